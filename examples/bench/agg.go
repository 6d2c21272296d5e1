package main

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"image"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/jagadbatik/jagad/pattern/geom"
)

//go:embed agg/main.cpp
var aggSource []byte

// buildAGG compiles agg/main.cpp and returns the program.
func buildAGG(compiler, dir string) (string, error) {
	src, bin := filepath.Join(dir, "agg.cpp"), filepath.Join(dir, "agg")
	if err := os.WriteFile(src, aggSource, 0o600); err != nil {
		return "", err
	}
	text, err := exec.Command(compiler, "-O3", "-march=native", "-I/usr/include/agg2", src, "-lagg", "-o", bin).CombinedOutput()
	if err != nil {
		return "", errors.New(last(string(text)))
	}
	return bin, nil
}

// byAGG has the program draw the figures, in a process of its own, and returns the
// pixels. in is where the files go: beside it.
func byAGG(program, in string, size image.Point, d *drawing, scale geom.Affine) ([]byte, error) {
	b := binary.NativeEndian
	out := b.AppendUint32(nil, uint32(size.X))
	out = b.AppendUint32(out, uint32(size.Y))
	var err error
	put := func(v ...any) {
		for _, v := range v {
			if err == nil {
				out, err = binary.Append(out, b, v)
			}
		}
	}
	for _, f := range d.figures {
		clip := pixels(f.clip, scale)
		put([]byte{f.color.R, f.color.G, f.color.B, f.color.A}, float32(f.width*scale.A),
			int32(clip.Min.X), int32(clip.Min.Y), int32(clip.Max.X), int32(clip.Max.Y), int32(len(f.path.Verbs)))
		path := f.path.Transform(scale)
		pts := path.Pts
		for _, v := range path.Verbs {
			verb := map[geom.Verb]int32{geom.Move: 0, geom.Line: 1, geom.Cubic: 2, geom.Close: 3}[v]
			put(verb)
			n := [4]int{1, 1, 3, 0}[verb]
			for _, p := range pts[:n] {
				put(float32(p.X), float32(p.Y))
			}
			pts = pts[n:]
		}
	}
	if err != nil {
		return nil, err
	}
	figures, pix := in+".figures", in+".pixels"
	defer os.Remove(figures)
	defer os.Remove(pix)
	if err := os.WriteFile(figures, out, 0o600); err != nil {
		return nil, err
	}
	c := exec.Command(program, figures, pix)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	if err := c.Run(); err != nil {
		return nil, err
	}
	return os.ReadFile(pix)
}
