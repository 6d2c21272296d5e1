//go:build !purego

#include "go_asm.h"
#include "textflag.h"

// Of each pixel's alpha, a lane of 32 bits, a copy for each of its channels in
// lanes of 16: of pixels 0, 1, 4 and 5, and of 2, 3, 6 and 7, as unpacking has them.
DATA first<>+0(SB)/8, $0x8000800080008000
DATA first<>+8(SB)/8, $0x8004800480048004
DATA first<>+16(SB)/8, $0x8000800080008000
DATA first<>+24(SB)/8, $0x8004800480048004
GLOBL first<>(SB), RODATA|NOPTR, $32

DATA second<>+0(SB)/8, $0x8008800880088008
DATA second<>+8(SB)/8, $0x800c800c800c800c
DATA second<>+16(SB)/8, $0x8008800880088008
DATA second<>+24(SB)/8, $0x800c800c800c800c
GLOBL second<>(SB), RODATA|NOPTR, $32

// Lanes 8−n to 15−n are set below n only.
DATA lanes<>+0(SB)/8, $-1
DATA lanes<>+8(SB)/8, $-1
DATA lanes<>+16(SB)/8, $-1
DATA lanes<>+24(SB)/8, $-1
DATA lanes<>+32(SB)/8, $0
DATA lanes<>+40(SB)/8, $0
DATA lanes<>+48(SB)/8, $0
DATA lanes<>+56(SB)/8, $0
GLOBL lanes<>(SB), RODATA|NOPTR, $64

// MIX lays the ink over the eight pixels at AX. Y3 and Y4 hold their alphas as
// first and second have them; Y8 is the ink in lanes of 16 bits, Y9 zero, Y10 255
// and Y11 128 in each of these. Uses Y3 to Y7.
#define MIX \
	VMOVDQU (AX), Y5 \
	VPUNPCKHBW Y9, Y5, Y6 \
	VPUNPCKLBW Y9, Y5, Y5 \
	VPMULLW Y3, Y8, Y7 \
	VPXOR Y10, Y3, Y3 \
	VPMULLW Y3, Y5, Y5 \
	VPADDW Y7, Y5, Y5 \
	VPMULLW Y4, Y8, Y7 \
	VPXOR Y10, Y4, Y4 \
	VPMULLW Y4, Y6, Y6 \
	VPADDW Y7, Y6, Y6 \
	VPADDW Y11, Y5, Y5 \
	VPADDW Y11, Y6, Y6 \
	VPSRLW $8, Y5, Y3 \
	VPSRLW $8, Y6, Y4 \
	VPADDW Y3, Y5, Y5 \
	VPADDW Y4, Y6, Y6 \
	VPSRLW $8, Y5, Y5 \
	VPSRLW $8, Y6, Y6 \
	VPACKUSWB Y6, Y5, Y5 \
	VMOVDQU Y5, (AX)

// ALPHA makes alphas in lanes of 32 bits, Y1, of the coverage in Y1: Y12 is one,
// Y13 half of it.
#define ALPHA \
	VPABSD Y1, Y1 \
	VPMINSD Y12, Y1, Y1 \
	VPSLLD $8, Y1, Y2 \
	VPSUBD Y1, Y2, Y1 \
	VPADDD Y13, Y1, Y1 \
	VPSRLD $17, Y1, Y1

// SUM adds up the eight changes AX bytes from SI, which it clears, from the first on,
// in either half and then in both: to the coverage in Y1, and after the last in Y0.
// Uses Y2.
#define SUM \
	VMOVDQU (SI)(AX*1), Y1 \
	VMOVDQU Y9, (SI)(AX*1) \
	VPSLLDQ $4, Y1, Y2 \
	VPADDD Y2, Y1, Y1 \
	VPSLLDQ $8, Y1, Y2 \
	VPADDD Y2, Y1, Y1 \
	VPERM2I128 $8, Y1, Y1, Y2 \
	VPSHUFD $0xff, Y2, Y2 \
	VPADDD Y2, Y1, Y1 \
	VPADDD Y0, Y1, Y1 \
	VPERMQ $0xff, Y1, Y0 \
	VPSHUFD $0xff, Y0, Y0

// NEXT takes the next eight with a change, R14, from the touched bits R13 of word R12.
// Uses AX and CX.
#define NEXT \
	TZCNTQ R13, CX \
	ANDQ $-8, CX \
	MOVQ $0xff, AX \
	SHLQ CX, AX \
	ANDNQ R13, AX, R13 \
	SHRQ $3, CX \
	LEAQ (CX)(R12*8), R14

// func fillEights(f *eights)
TEXT ·fillEights(SB), NOSPLIT, $0-8
	MOVQ f+0(FP), BX
	MOVQ eights_acc(BX), SI
	MOVQ eights_touched(BX), DX
	MOVQ eights_pix(BX), DI
	MOVQ eights_rows(BX), R8
	MOVQ eights_last(BX), R10

	VPBROADCASTD eights_ink(BX), Y14
	VPXOR Y9, Y9, Y9
	VPUNPCKLBW Y9, Y14, Y8
	VPCMPEQD Y10, Y10, Y10
	VPSRLD $31, Y10, Y13
	VPSLLD $17, Y13, Y12   // one
	VPSLLD $16, Y13, Y13   // half of it
	VPSRLW $15, Y10, Y11
	VPSLLW $7, Y11, Y11    // 128
	VPSRLW $8, Y10, Y10    // 255
	// Of the last eight only the box's pixels are drawn.
	MOVQ eights_w(BX), AX
	DECQ AX
	ANDQ $7, AX
	NEGQ AX
	LEAQ lanes<>+28(SB), CX
	VMOVDQU (CX)(AX*4), Y15

row:
	VPXOR Y0, Y0, Y0       // the coverage from the last change on
	XORL R11, R11          // and as 0…255
	XORL R9, R9            // the eight after the last change
	// The last eight are drawn by themselves in every row, for their mask.
	MOVQ eights_bit(BX), AX
	MOVQ R10, CX
	SHRQ $3, CX
	ORQ AX, (DX)(CX*8)
	XORL R12, R12          // the word

word:
	MOVQ (DX)(R12*8), R13
	TESTQ R13, R13
	JZ nextWord
	MOVQ $0, (DX)(R12*8)

eight:
	NEXT
	CMPQ R14, R10
	JHI behind

	// What lies between has the coverage of the last change.
	TESTL R11, R11
	JZ change
	MOVQ R14, CX
	SUBQ R9, CX
	JLE change
	SHLQ $5, R9
	LEAQ (DI)(R9*1), AX
	CMPL R11, $255
	JNE mixed

full:
	VMOVDQU Y14, (AX)
	ADDQ $32, AX
	DECQ CX
	JNZ full
	JMP change

mixed:
	VMOVDQA Y0, Y1
	ALPHA
	VPACKUSDW Y1, Y1, Y1

constant:
	VMOVDQA Y1, Y3
	VMOVDQA Y1, Y4
	MIX
	ADDQ $32, AX
	DECQ CX
	JNZ constant

change:
	MOVQ R14, AX
	SHLQ $5, AX
	SUM
	ADDQ DI, AX
	ALPHA
	CMPQ R14, R10
	JNE within
	VPAND Y15, Y1, Y1

within:
	VEXTRACTI128 $1, Y1, X2
	VPEXTRD $3, X2, R11
	LEAQ 1(R14), R9
	VPSHUFB first<>(SB), Y1, Y3
	VPSHUFB second<>(SB), Y1, Y4
	MIX
	TESTQ R13, R13
	JNZ eight

nextWord:
	INCQ R12
	CMPQ R12, eights_words(BX)
	JLT word

	ADDQ eights_stride(BX), DI
	MOVQ eights_words(BX), CX
	LEAQ (DX)(CX*8), DX
	SHLQ $8, CX
	ADDQ CX, SI
	DECQ R8
	JNZ row
	VZEROUPPER
	RET

behind:
	SHLQ $5, R14
	VMOVDQU Y9, (SI)(R14*1)
	TESTQ R13, R13
	JNZ eight
	JMP nextWord

// func setEights(f *eights)
//
// As fillEights, but pixels are bytes, and set where they are covered by half.
TEXT ·setEights(SB), NOSPLIT, $0-8
	MOVQ f+0(FP), BX
	MOVQ eights_acc(BX), SI
	MOVQ eights_touched(BX), DX
	MOVQ eights_pix(BX), DI
	MOVQ eights_rows(BX), R8
	MOVQ eights_last(BX), R10

	VPBROADCASTB eights_ink(BX), Y14
	VMOVQ X14, R15
	VPXOR Y9, Y9, Y9
	VPCMPEQD Y10, Y10, Y10
	VPSRLD $31, Y10, Y13
	VPSLLD $16, Y13, Y12
	VPSUBD Y13, Y12, Y13   // half of one, less the least
	MOVQ eights_w(BX), AX
	DECQ AX
	ANDQ $7, AX
	NEGQ AX
	LEAQ lanes<>+28(SB), CX
	VMOVDQU (CX)(AX*4), Y15

row:
	VPXOR Y0, Y0, Y0
	XORL R11, R11          // whether the last change covers by half
	XORL R9, R9
	MOVQ eights_bit(BX), AX
	MOVQ R10, CX
	SHRQ $3, CX
	ORQ AX, (DX)(CX*8)
	XORL R12, R12

word:
	MOVQ (DX)(R12*8), R13
	TESTQ R13, R13
	JZ nextWord
	MOVQ $0, (DX)(R12*8)

eight:
	NEXT
	CMPQ R14, R10
	JHI behind

	TESTL R11, R11
	JZ change

set:
	CMPQ R9, R14
	JGE change
	MOVQ R15, (DI)(R9*8)
	INCQ R9
	JMP set

change:
	MOVQ R14, AX
	SHLQ $5, AX
	SUM
	VPABSD Y1, Y1
	VPCMPGTD Y13, Y1, Y1
	CMPQ R14, R10
	JNE within
	VPAND Y15, Y1, Y1

within:
	VEXTRACTI128 $1, Y1, X2
	VPEXTRD $3, X2, R11
	LEAQ 1(R14), R9
	VPACKSSDW X2, X1, X1
	VPACKSSWB X1, X1, X1
	VMOVQ (DI)(R14*8), X2
	VPBLENDVB X1, X14, X2, X2
	VMOVQ X2, (DI)(R14*8)
	TESTQ R13, R13
	JNZ eight

nextWord:
	INCQ R12
	CMPQ R12, eights_words(BX)
	JLT word

	ADDQ eights_stride(BX), DI
	MOVQ eights_words(BX), CX
	LEAQ (DX)(CX*8), DX
	SHLQ $8, CX
	ADDQ CX, SI
	DECQ R8
	JNZ row
	VZEROUPPER
	RET

behind:
	SHLQ $5, R14
	VMOVDQU Y9, (SI)(R14*1)
	TESTQ R13, R13
	JNZ eight
	JMP nextWord
