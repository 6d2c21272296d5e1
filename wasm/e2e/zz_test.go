package e2e
import ("testing";"time";"fmt")
func TestZZ(t *testing.T){
 s:=need(t); f:=s.profile(t); p:=f.open(desk.in("id"), "#/proposals?market=ng&product=wax6")
 time.Sleep(6*time.Second)
 fmt.Println(get[[]any](p, `async () => __t.$$('jg-proposals .card jg-cloth').map((c) => [c.drawn, c.near, Math.round(c.getBoundingClientRect().top), c.clientWidth, c.clientHeight, c.priority])`))
 fmt.Println(get[any](p, `async () => (await __t.engine()).stats()`))
 fmt.Println(p.notes, p.wrong)
 p.shot("/tmp/w/e2e/zz.png")
}
