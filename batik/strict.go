package batik

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"
	"strings"
)

// maxJSON is the most bytes that a design may take as JSON. A real one takes
// about 4 KB.
const maxJSON = 1 << 20

// decodeStrict fills v, a pointer to a struct, from JSON. Unknown fields, fields
// given twice and values of the wrong type are errors that name their path.
func decodeStrict(data []byte, v any, root string) error {
	if len(data) > maxJSON {
		return &FieldError{root, fmt.Sprintf("is %d bytes long; the limit is %d", len(data), maxJSON)}
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	f := &faults{}
	if err := walk(d, reflect.ValueOf(v).Elem(), root, 0, f); err != nil {
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			err = &FieldError{root, "the JSON ends too early"}
		}
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		f.add(root, "something follows the JSON; remove it")
	}
	return f.err()
}

// walk reads one JSON value into v. Errors in values are gathered in f; an error
// in the JSON itself is returned.
func walk(d *json.Decoder, v reflect.Value, path string, depth int, f *faults) error {
	if depth > 32 {
		return &FieldError{path, "is nested too deeply"}
	}
	t, err := d.Token()
	if err != nil {
		return syntax(err, path)
	}
	if v.IsValid() && v.Kind() == reflect.Pointer {
		if t == nil {
			return nil
		}
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	wrong := func(got string) {
		if v.IsValid() {
			f.add(path, "is %s; want %s", got, kindName(v.Type()))
		}
	}
	switch t := t.(type) {
	case json.Delim:
		if t == '{' {
			return walkObject(d, v, path, depth, f, wrong)
		}
		return walkArray(d, v, path, depth, f, wrong)
	case string:
		if v.IsValid() && v.CanAddr() {
			if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
				if err := u.UnmarshalText([]byte(t)); err != nil {
					f.add(path, "%s", err)
				}
				return nil
			}
		}
		if v.IsValid() && v.Kind() == reflect.String {
			v.SetString(t)
		} else {
			wrong("text")
		}
	case json.Number:
		setNumber(v, t, path, f, wrong)
	case bool:
		if v.IsValid() && v.Kind() == reflect.Bool {
			v.SetBool(t)
		} else {
			wrong("true or false")
		}
	case nil:
		// null means: not said.
	}
	return nil
}

func syntax(err error, path string) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return &FieldError{path, "the JSON ends too early"}
	}
	return &FieldError{path, fmt.Sprintf("not JSON: %s", err)}
}

func walkObject(d *json.Decoder, v reflect.Value, path string, depth int, f *faults, wrong func(string)) error {
	isStruct, isMap := false, false
	if v.IsValid() {
		isStruct, isMap = v.Kind() == reflect.Struct, v.Kind() == reflect.Map
		if _, text := v.Addr().Interface().(encoding.TextUnmarshaler); text {
			isStruct, isMap = false, false
		}
		if !isStruct && !isMap {
			wrong("an object")
		}
	}
	var names []string
	fields := map[string]reflect.Value{}
	if isStruct {
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if name != "" && name != "-" {
				names = append(names, name)
				fields[name] = v.Field(i)
			}
		}
	}
	if isMap && v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	seen := map[string]bool{}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return syntax(err, path)
		}
		key, _ := t.(string)
		at := path + "." + clip(key)
		if seen[key] {
			f.add(at, "is given twice")
		}
		seen[key] = true
		var to reflect.Value
		switch {
		case isStruct:
			if to = fields[key]; !to.IsValid() {
				f.add(at, "unknown field: %s", unknown(key, names))
			}
		case isMap:
			to = reflect.New(v.Type().Elem()).Elem()
		}
		if err := walk(d, to, at, depth+1, f); err != nil {
			return err
		}
		if isMap {
			v.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), to)
		}
	}
	_, err := d.Token()
	if err != nil {
		return syntax(err, path)
	}
	return nil
}

func walkArray(d *json.Decoder, v reflect.Value, path string, depth int, f *faults, wrong func(string)) error {
	list := v.IsValid() && v.Kind() == reflect.Slice
	fixed := v.IsValid() && v.Kind() == reflect.Array
	if v.IsValid() && !list && !fixed {
		wrong("a list")
	}
	n := 0
	for i := 0; d.More(); i++ {
		n++
		var to reflect.Value
		switch {
		case list:
			to = reflect.New(v.Type().Elem()).Elem()
		case fixed && i < v.Len():
			to = v.Index(i)
		}
		if err := walk(d, to, fmt.Sprintf("%s[%d]", path, i), depth+1, f); err != nil {
			return err
		}
		if list {
			v.Set(reflect.Append(v, to))
		}
	}
	if _, err := d.Token(); err != nil {
		return syntax(err, path)
	}
	if fixed && n != v.Len() {
		f.add(path, "holds %d values; want %d", n, v.Len())
	}
	return nil
}

func setNumber(v reflect.Value, n json.Number, path string, f *faults, wrong func(string)) {
	if !v.IsValid() {
		return
	}
	switch v.Kind() {
	case reflect.Float64:
		x, err := n.Float64()
		if err != nil || math.IsInf(x, 0) || math.IsNaN(x) {
			f.add(path, "is %s, which is no finite number", clip(n.String()))
			return
		}
		v.SetFloat(x)
	case reflect.Int:
		x, err := n.Int64()
		if err != nil {
			f.add(path, "is %s; want a whole number", clip(n.String()))
			return
		}
		v.SetInt(x)
	case reflect.Uint64:
		x, err := strconv.ParseUint(n.String(), 10, 64)
		if err != nil {
			f.add(path, "is %s; want a whole number from 0 to 18446744073709551615", clip(n.String()))
			return
		}
		v.SetUint(x)
	default:
		wrong("a number")
	}
}

// kindName words what a field wants.
func kindName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "text"
	case reflect.Float64:
		return "a number"
	case reflect.Int, reflect.Uint64:
		return "a whole number"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice, reflect.Array:
		return "a list"
	case reflect.Map:
		return "an object"
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		return "text"
	}
	return "an object"
}
