// Program does what needs the runtime's tables: it grows and scans stacks, moves
// pointers in them, unwinds, recovers and calls through reflection.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"sort"
	"strings"
	"sync"
	"time"
)

type value struct{ a, b int }

func (v value) Sum() int { return v.a + v.b }

type summer interface{ Sum() int }

func caught(f func()) (text string) {
	defer func() {
		switch p := recover().(type) {
		case nil:
			text = "nothing"
		case runtime.Error:
			text = "runtime error"
		default:
			text = fmt.Sprint(p)
		}
	}()
	f()
	return ""
}

type node struct {
	left, right *node
	text        string
}

// tree keeps pointers on a deep stack while others are collected.
func tree(depth int) (n *node) {
	if depth == 0 {
		return &node{text: fmt.Sprint(depth)}
	}
	pad := make([]*node, 64)
	pad[depth%64] = tree(depth - 1)
	if depth%50 == 0 {
		runtime.GC()
	}
	return &node{left: pad[depth%64], text: strings.Repeat("x", depth%7)}
}

func (n *node) count() (nodes, letters int) {
	for ; n != nil; n = n.left {
		nodes++
		letters += len(n.text)
	}
	return
}

func pieces(n int) (out []string) {
	var all sync.WaitGroup
	var mu sync.Mutex
	in := make(chan int)
	for range 8 {
		all.Add(1)
		go func() {
			defer all.Done()
			for i := range in {
				s := strings.Repeat("ab", i%100)
				mu.Lock()
				out = append(out, s[:i%10])
				mu.Unlock()
				runtime.Gosched()
			}
		}()
	}
	for i := range n {
		select {
		case in <- i:
		case <-time.After(time.Minute):
			panic("stuck")
		}
	}
	close(in)
	all.Wait()
	sort.Strings(out)
	return out
}

//go:noinline
func at(s []int, i int) int { return s[i] }

func main() {
	debug.SetGCPercent(30)
	fmt.Println(tree(300).count())
	fmt.Println(len(strings.Join(pieces(500), " ")))

	fmt.Println(caught(func() { at(nil, 3) }))
	fmt.Println(caught(func() { var p *node; p.left = p }))
	fmt.Println(caught(func() { var p *value; fmt.Println(summer(p).Sum()) }) != "")
	fmt.Println(caught(func() { panic(errors.New("own")) }))
	fmt.Println(caught(func() { _ = any("text").(int) }))
	fmt.Println(caught(func() {
		defer func() { panic(fmt.Sprint("again ", recover())) }()
		panic("first")
	}))
	var deep func(int) int
	deep = func(n int) int {
		if n == 0 {
			panic("deep")
		}
		return deep(n-1) + 1
	}
	fmt.Println(caught(func() { deep(1000) }))

	swap := reflect.MakeFunc(reflect.TypeFor[func(*node, string) (string, *node)](), func(args []reflect.Value) []reflect.Value {
		runtime.GC()
		return []reflect.Value{args[1], args[0]}
	}).Interface().(func(*node, string) (string, *node))
	text, n := swap(tree(10), "text")
	nodes, letters := n.count()
	fmt.Println(text, nodes, letters)
	method := reflect.ValueOf(value{1, 2}).Method(0).Interface().(func() int)
	runtime.GC()
	fmt.Println(method())

	var v struct {
		A []map[string]float64
		B *struct{ C string }
	}
	err := json.Unmarshal([]byte(`{"A":[{"x":1.5e3},{"y":-0.1}],"B":{"C":"é"}}`), &v)
	b, _ := json.Marshal(v)
	fmt.Println(string(b), err, runtime.NumGoroutine())
	os.Exit(7)
}
