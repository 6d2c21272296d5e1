//go:build !purego

#include "go_asm.h"
#include "textflag.h"

// func addInside(e *edges) int
//
// From line to line BX holds e, AX the number of a point. From row to row R8 holds
// x at the row's upper end, R12 is 1 for a line that runs downward and −1 for one
// that runs upward, SI and DI point at the row's changes and touched bits.
TEXT ·addInside(SB), NOSPLIT, $64-16
	MOVQ e+0(FP), BX
	MOVQ edges_from(BX), AX

line:
	CMPQ AX, edges_n(BX)
	JGE finish
	MOVL edges_x(BX), R8
	MOVL edges_y(BX), R9
	MOVQ edges_pts(BX), CX
	MOVL (CX)(AX*8), R10
	MOVL 4(CX)(AX*8), R11
	ADDL edges_dx(BX), R10
	ADDL edges_dy(BX), R11
	MOVL R10, edges_x(BX)
	MOVL R11, edges_y(BX)
	MOVL $1, R12
	CMPL R9, R11
	JEQ nextLine
	JLT downward
	XCHGL R8, R10
	XCHGL R9, R11
	NEGL R12

downward:
	// Unsigned, so that what is negative is beyond too.
	CMPL R9, edges_bottom(BX)
	JCC finish
	CMPL R11, edges_bottom(BX)
	JHI finish
	CMPL R8, edges_right(BX)
	JCC finish
	CMPL R10, edges_right(BX)
	JCC finish
	MOVQ AX, point-8(SP)
	MOVL R10, x1-12(SP)
	MOVL R11, y1-16(SP)
	MOVL R9, CX
	SHRL $8, CX            // its row
	MOVQ edges_stride(BX), SI
	IMULQ CX, SI
	ADDQ edges_acc(BX), SI
	MOVQ edges_line(BX), DI
	IMULQ CX, DI
	ADDQ edges_touched(BX), DI
	LEAL -1(R11), R14
	SHRL $8, R14
	SUBL CX, R14           // rows after it
	MOVL R14, rows-20(SP)
	MOVL R11, R15
	SUBL R9, R15           // its height
	MOVL R10, DX
	TESTL R14, R14
	JZ step

	// Where it crosses into the next row it is |dx|·(boundary−y0)/dy away from x0,
	// rounded, and from row to row 256·|dx|/dy farther.
	MOVL R15, height-24(SP)
	MOVL R8, x0-28(SP)
	MOVL R10, R13
	SUBL R8, R13
	MOVL R13, R10
	SARL $31, R10
	MOVL R10, sign-32(SP)
	XORL R10, R13
	SUBL R10, R13          // |dx|
	INCL CX
	SHLL $8, CX
	MOVL CX, bottom-36(SP)
	SUBL R9, CX            // height in this row
	MOVL R13, AX
	IMULL CX, AX
	MOVL R15, DX
	SHRL $1, DX
	ADDL DX, AX
	XORL DX, DX
	DIVL R15
	MOVL AX, away-40(SP)
	MOVL DX, rest-44(SP)
	MOVL AX, R9
	CMPL R14, $1
	JEQ first
	MOVL R13, AX
	SHLL $8, AX
	XORL DX, DX
	DIVL R15
	MOVL AX, stepAway-48(SP)
	MOVL DX, stepRest-52(SP)

first:
	MOVL CX, R15
	JMP inner

nextRow:
	MOVL rows-20(SP), CX
	SUBL $1, CX
	JCS lineDone
	MOVL CX, rows-20(SP)
	ADDQ edges_stride(BX), SI
	ADDQ edges_line(BX), DI
	MOVL next-56(SP), R8
	MOVL bottom-36(SP), R9
	TESTL CX, CX
	JZ last
	ADDL $256, R9
	MOVL R9, bottom-36(SP)
	MOVL $256, R15
	MOVL rest-44(SP), DX
	ADDL stepRest-52(SP), DX
	MOVL away-40(SP), R9
	ADDL stepAway-48(SP), R9
	MOVL DX, R13
	SUBL height-24(SP), R13
	CMOVLCC R13, DX        // a whole one more
	SBBL $-1, R9
	MOVL DX, rest-44(SP)
	MOVL R9, away-40(SP)

inner:
	// x at the lower boundary, from how far it is away.
	MOVL sign-32(SP), R10
	XORL R10, R9
	SUBL R10, R9
	ADDL x0-28(SP), R9
	MOVL R9, DX
	JMP step

last:
	MOVL x1-12(SP), DX
	MOVL y1-16(SP), R15
	SUBL R9, R15

step:
	// A part of the line in one row, from R8 to DX, R15 high.
	MOVL DX, next-56(SP)
	MOVL R8, CX
	CMPL DX, R8
	CMOVLLT DX, CX         // its left end
	CMOVLLT R8, DX         // its right end
	MOVL CX, R9
	SHRL $8, R9            // their columns
	MOVL DX, AX
	SHRL $8, AX
	SUBL R9, AX
	CMPL AX, $1
	JHI columns

	LEAQ (SI)(R9*4), R8
	MOVL R9, R13
	SHRL $3, R13
	ANDL $7, R9
	MOVL $7, R14
	SHLXL R9, R14, R14
	ORW R14, (DI)(R13*1)

	// Which of the two columns it ends in is hard to foresee, so it is not asked.
	MOVL DX, R13
	SUBL CX, R13           // the width
	MOVBLZX CX, CX
	MOVBLZX DX, DX
	MOVL $256, R9
	SUBL CX, R9
	IMULL R15, R9
	MOVQ edges_rcp(BX), R14
	MOVL (R14)(R13*4), R14
	SHRL $1, R13
	ADDL R13, R9
	IMULQ R14, R9
	SHRQ $31, R9           // the height in the first
	MOVL $256, R13
	TESTL AX, AX
	CMOVLEQ R15, R9
	CMOVLEQ DX, R13
	ADDL CX, R13
	IMULL R12, R9
	IMULL R12, R15
	SUBL R9, R15           // and in the second
	IMULL R9, R13
	IMULL R15, DX
	SHLL $9, R9
	SHLL $9, R15
	SUBL R13, R9
	ADDL R15, R13
	SUBL DX, R13
	ADDL R9, (R8)
	ADDL R13, 4(R8)
	ADDL DX, 8(R8)
	JMP nextRow

columns:
	LEAQ (SI)(R9*4), R8
	LEAL 1(R9)(AX*1), R13
	SHRL $3, R13
	SHRL $3, R9

touch:
	MOVB $0xff, (DI)(R9*1)
	INCL R9
	CMPL R9, R13
	JLS touch

	// At a column's right boundary it has h·(boundary−xa)/dx of its height behind it,
	// rounded.
	MOVL AX, R14
	MOVL DX, R13
	SUBL CX, R13           // the width
	MOVBLZX CX, CX
	MOVBLZX DX, DX
	MOVL DX, right-60(SP)
	MOVL $256, AX
	SUBL CX, AX
	IMULL R15, AX
	MOVL R13, DX
	SHRL $1, DX
	ADDL DX, AX
	XORL DX, DX
	DIVL R13
	MOVL AX, R9
	MOVL DX, BX
	MOVL R15, AX
	SHLL $8, AX
	XORL DX, DX
	DIVL R13
	ADDL $256, CX
	XORL R10, R10          // height of the columns before

column:
	MOVL R9, R11
	SUBL R10, R11
	IMULL R12, R11
	MOVL R9, R10
	IMULL R11, CX
	SHLL $9, R11
	SUBL CX, R11
	ADDL R11, (R8)
	ADDL CX, 4(R8)
	MOVL $256, CX
	ADDQ $4, R8
	ADDL AX, R9
	ADDL DX, BX
	MOVL BX, R11
	SUBL R13, R11
	CMOVLCC R11, BX
	SBBL $-1, R9
	DECL R14
	JNZ column

	SUBL R10, R15
	IMULL R12, R15
	MOVL right-60(SP), DX
	IMULL R15, DX
	SHLL $9, R15
	SUBL DX, R15
	ADDL R15, (R8)
	ADDL DX, 4(R8)
	MOVQ e+0(FP), BX
	JMP nextRow

lineDone:
	MOVQ point-8(SP), AX

nextLine:
	INCQ AX
	JMP line

finish:
	MOVQ AX, ret+8(FP)
	RET
