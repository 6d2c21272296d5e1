// Package whole writes files whole or not at all.
package whole

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
)

// Write calls write for a temporary file beside path, and gives it its name only
// when all has gone well, so that no half-written file is ever seen.
func Write(path string, write func(io.Writer) error) error {
	return WriteSeek(path, func(f io.WriteSeeker) error {
		b := bufio.NewWriterSize(f, 1<<20)
		if err := write(b); err != nil {
			return err
		}
		return b.Flush()
	})
}

// WriteSeek is Write for formats that go back to what they have written.
func WriteSeek(path string, write func(io.WriteSeeker) error) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return err
	}
	if err = f.Chmod(0o644); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
