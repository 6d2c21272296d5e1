// Draws figures with Anti-Grain Geometry: IN OUT. IN holds, in native order, the
// width and height (int32), and of each figure the colour (4 bytes), the width of the
// pen in pixels (float, 0 to fill), the clip in pixels (4 int32), the number of verbs
// (int32), and each verb (int32: 0 move, 1 line, 2 cubic, 3 close) with its points
// (floats). OUT gets the pixels. Prints the CPU seconds that drawing took.
#include <sys/resource.h>

#include <cstdint>
#include <cstdio>
#include <vector>

#include "agg_conv_curve.h"
#include "agg_conv_stroke.h"
#include "agg_path_storage.h"
#include "agg_pixfmt_rgba.h"
#include "agg_rasterizer_scanline_aa.h"
#include "agg_renderer_base.h"
#include "agg_renderer_scanline.h"
#include "agg_scanline_u.h"

struct figure {
	uint8_t color[4];
	float pen;
	int32_t clip[4];
	agg::path_storage path;
};

static double spent() {
	rusage u;
	getrusage(RUSAGE_SELF, &u);
	return u.ru_utime.tv_sec + u.ru_stime.tv_sec + (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

int main(int argc, char** argv) {
	if (argc != 3) return 2;
	FILE* f = fopen(argv[1], "rb");
	if (!f) return 1;
	int32_t size[2];
	if (fread(size, 4, 2, f) != 2) return 1;
	std::vector<figure*> all;
	for (;;) {
		figure* g = new figure;
		int32_t n;
		if (fread(g->color, 1, 4, f) != 4) break;
		if (fread(&g->pen, 4, 1, f) != 1 || fread(g->clip, 4, 4, f) != 4 || fread(&n, 4, 1, f) != 1) return 1;
		while (n-- > 0) {
			int32_t verb;
			float p[6];
			if (fread(&verb, 4, 1, f) != 1) return 1;
			size_t k = verb == 2 ? 6 : verb == 3 ? 0 : 2;
			if (fread(p, 4, k, f) != k) return 1;
			switch (verb) {
			case 0: g->path.move_to(p[0], p[1]); break;
			case 1: g->path.line_to(p[0], p[1]); break;
			case 2: g->path.curve4(p[0], p[1], p[2], p[3], p[4], p[5]); break;
			default: g->path.close_polygon();
			}
		}
		all.push_back(g);
	}
	fclose(f);

	double start = spent();
	std::vector<uint8_t> pix(size_t(size[0]) * size[1] * 4, 255);
	agg::rendering_buffer buffer(pix.data(), size[0], size[1], size[0] * 4);
	agg::pixfmt_rgba32 format(buffer);
	agg::renderer_base<agg::pixfmt_rgba32> base(format);
	agg::renderer_scanline_aa_solid<agg::renderer_base<agg::pixfmt_rgba32>> solid(base);
	agg::rasterizer_scanline_aa<> raster(1 << 20);
	agg::scanline_u8 line;
	for (figure* g : all) {
		int x0 = std::max(0, g->clip[0]), y0 = std::max(0, g->clip[1]);
		int x1 = std::min(size[0], g->clip[2]), y1 = std::min(size[1], g->clip[3]);
		if (x0 >= x1 || y0 >= y1) continue;
		base.clip_box(x0, y0, x1 - 1, y1 - 1);
		raster.reset();
		raster.clip_box(x0, y0, x1, y1);
		agg::conv_curve<agg::path_storage> curve(g->path);
		if (g->pen > 0) {
			agg::conv_stroke<agg::conv_curve<agg::path_storage>> stroke(curve);
			stroke.width(g->pen);
			stroke.line_cap(agg::round_cap);
			stroke.line_join(agg::round_join);
			raster.add_path(stroke);
		} else {
			raster.add_path(curve);
		}
		solid.color(agg::rgba8(g->color[0], g->color[1], g->color[2], g->color[3]));
		agg::render_scanlines(raster, line, solid);
	}
	printf("draw %f\n", spent() - start);

	FILE* o = fopen(argv[2], "wb");
	if (!o || fwrite(pix.data(), 1, pix.size(), o) != pix.size() || fclose(o)) return 1;
}
