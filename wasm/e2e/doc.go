// Package e2e drives the studio in a real browser: every step of the way through
// it by pointer and by keyboard, what must never be lost, what must be refused,
// and that the canvas shows the library's very bytes.
//
// Its tests need Chromium (CHROMIUM names the program, else it is looked for) and
// for the part on accessibility axe-core (AXE_JS names axe.min.js). Without them
// they are skipped, but fail where CI is set. SHOTS names a directory for pictures
// of the rooms, SITE one that serve -o has written, which saves building it.
package e2e
