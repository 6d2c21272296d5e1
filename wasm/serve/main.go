// Serve builds the studio and shows it on this machine, or writes it as a static
// site.
//
//	go run ./wasm/serve [-addr 127.0.0.1:8080]
//	go run ./wasm/serve -o DIR
//
// The site uses relative addresses only, so it works under any path of any host.
// Each file lies beside its forms in Brotli and gzip (.br, .gz) for hosts that can
// use them. Browsers do not run modules and workers from file: addresses; a site
// on a disk needs some web server, such as this one with -site DIR.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "`HOST:PORT` to listen on; port 0 takes a free one")
	out := flag.String("o", "", "write the site to `DIR` and end")
	ready := flag.String("site", "", "show the site that -o wrote to `DIR`, without building")
	level := flag.Int("brotli", 0, "how hard to compress, 1 to 11; 0 means 11 with -o and 5 without")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *addr, *out, *ready, *level); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, addr, out, ready string, level int) error {
	if level < 0 || level > 11 {
		return fmt.Errorf("-brotli: is %d; want 0 to 11", level)
	}
	if out != "" && ready != "" {
		return errors.New("-o and -site: give one of the two")
	}
	if level == 0 && out != "" {
		level = 11
	} else if level == 0 {
		level = 5
	}
	if ready != "" {
		s, err := read(os.DirFS(ready))
		if err != nil {
			return err
		}
		return serve(ctx, addr, s)
	}
	began := time.Now()
	web, files, err := gather(ctx)
	if err != nil {
		return err
	}
	s, err := assemble(web, files)
	if err != nil {
		return err
	}
	if err := s.compress(ctx, level); err != nil {
		return err
	}
	for _, f := range s.files {
		if len(f.raw) > 1<<20 {
			fmt.Printf("%s: %d bytes, brotli %d, gzip %d\n", f.path, len(f.raw), len(f.br), len(f.gz))
		}
	}
	fmt.Printf("%d files in %.1f s\n", len(s.files), time.Since(began).Seconds())
	if out != "" {
		return s.write(out)
	}
	return serve(ctx, addr, s)
}

func serve(ctx context.Context, addr string, s *site) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("-addr: %w", err)
	}
	srv := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	ended := make(chan error, 1)
	go func() { ended <- srv.Serve(l) }()
	fmt.Printf("http://%s/\n", l.Addr())
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		return srv.Close()
	}
	return nil
}
