"""The same kind of measures as Dorsum takes of one laid-out hand, put together as a user of scikit-image would, and their time.

Usage: peer_speed.py PLANE.png MASK.png PIXELS_PER_MM ROUNDS
PLANE.png: sRGB, 8 bits, the back of the hand laid out; MASK.png: 255 where skin can be measured.
Prints, for each measure, its median processor and wall time in milliseconds, tab-separated. One thread.
Needs scikit-image 0.19 or later (Debian: python3-skimage). Reading the files is not timed.

Every metric comes with its value tile by tile and a block-bootstrap standard error of 400 draws, as Dorsum gives it, here by matrices:
draws are counts of blocks, so that no draw is a loop. What several measures read (hair, dark patches, tiles, draws) is made once, by the
measure that needs it first. Not in it: following a hair or a line from pixel to pixel, fitting a profile across it, sub-pixel widths, outlines in
the photo's own pixels, parting spots that touch, the photo's noise itself (a number is taken off), directions other than four for hair.
"""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import statistics
import sys
import time
import warnings

import numpy as np
from scipy import ndimage, spatial
from skimage import color, exposure, feature, filters, io, measure, morphology

warnings.filterwarnings("ignore")
TILE_MM = 5
DRAWS = 400
NOISE = 0.002  # of log-light in a band


class Grid:
    """Tiles of which half is skin, blocks of two by two of them, and how often each block is drawn."""

    def __init__(self, mask, scale):
        side = int(TILE_MM * scale)
        rows, columns = (-(-n // side) for n in mask.shape)
        y, x = np.indices(mask.shape) // side
        name = y * columns + x
        full = np.bincount(name[mask], minlength=rows * columns) >= 0.5 * side * side
        self.tile = np.where(mask & full[name], (np.cumsum(full) - 1)[name], -1)
        self.size = int(full.sum())
        self.inside = self.tile >= 0
        self.names = self.tile[self.inside]
        order = np.argsort(self.names, kind="stable")
        self.pixels = np.split(np.flatnonzero(self.inside)[order], np.cumsum(np.bincount(self.names, minlength=self.size))[:-1])
        places = np.flatnonzero(full)
        _, self.block = np.unique(places // columns // 2 * columns + places % columns // 2, return_inverse=True)
        blocks = self.block.max() + 1
        draws = np.random.default_rng(20261122).multinomial(blocks, np.full(blocks, 1 / blocks), DRAWS)
        self.times = draws[:, self.block]

    def values(self, plane):
        flat = plane.ravel()
        return [flat[p] for p in self.pixels]

    def sums(self, plane):
        return np.bincount(self.names, plane[self.inside], self.size)

    def ratio(self, sums, weights):
        """Σ sums / Σ weights with its standard error."""
        drawn = (self.times @ sums) / np.maximum(1e-12, self.times @ weights)
        return sums.sum() / max(1e-12, weights.sum()), drawn.std(ddof=1)

    def resultant(self, cos, sin, weights):
        drawn = np.hypot(self.times @ cos, self.times @ sin) / np.maximum(1e-12, self.times @ weights)
        return np.hypot(cos.sum(), sin.sum()) / max(1e-12, weights.sum()), drawn.std(ddof=1)

    def trimmed(self, values, cut=0.2):
        """Mean of the middle of the tiles with its standard error; a cut of 0.5 is nearly the median."""
        order = np.argsort(values)
        times = np.vstack([np.ones(len(values), int), self.times[:, order]])
        upto = np.cumsum(times, axis=1)
        n = upto[:, -1:]
        low = np.minimum((cut * n).astype(int), (n - 1) // 2)
        kept = np.clip(np.minimum(upto, n - low) - np.maximum(upto - times, low), 0, None)
        means = kept @ np.asarray(values)[order] / kept.sum(axis=1)
        return means[0], means[1:].std(ddof=1)


def smooth(plane, mask, sigma):
    """Gaussian that looks at skin alone."""
    weight = filters.gaussian(mask.astype(float), sigma)
    return filters.gaussian(np.where(mask, plane, 0), sigma) / np.maximum(weight, 1e-6)


def within(values):
    """Deviation of what lies within three robust deviations of the median."""
    off = np.abs(values - np.median(values))
    return np.sqrt(np.mean(off[off <= 3 * 1.4826 * np.median(off)] ** 2))


def contrast(band, grid):
    """Noise-free contrast of a band, percent."""
    return grid.trimmed([100 * np.sqrt(max(0, within(v) ** 2 - NOISE**2)) for v in grid.values(band)])


def grown(mask, radius):
    return ndimage.distance_transform_edt(~mask) <= radius


def shrunk(mask, radius):
    return ndimage.distance_transform_edt(mask) > radius


class Hand:
    """The laid-out skin and what several measures read."""

    def __init__(self, picture, mask, scale):
        self.picture = picture
        self.mask = mask
        self.scale = scale
        self.linear = np.where(picture <= 0.04045, picture / 12.92, ((picture + 0.055) / 1.055) ** 2.4)
        self.light = np.log(np.maximum(1e-4, self.linear @ [0.2126, 0.7152, 0.0722]))
        self.kept = {}

    def once(self, name, make):
        if name not in self.kept:
            self.kept[name] = make()
        return self.kept[name]

    def grid(self):
        return self.once("grid", lambda: Grid(self.mask, self.scale))

    def patches(self):
        """Patches darker than the skin around, with a rim."""

        def make():
            darker = smooth(self.light, self.mask, 4 * self.scale) - filters.gaussian(self.light, 0.3 * self.scale) > 0.12
            open_ = grown(shrunk(darker & self.mask, 0.4 * self.scale), 0.4 * self.scale)
            return grown(open_, 0.8 * self.scale)

        return self.once("patches", make)

    def hair(self):
        return self.once("hair", lambda: hair(self))

    def lab(self):
        return self.once("lab", lambda: color.rgb2lab(self.picture))

    def coarse(self):
        """Colour of squares of 4 by 4 pixels, smoothed; which of them are skin; pixels per millimetre."""

        def make():
            mask = measure.block_reduce(self.mask, (4, 4), np.mean) >= 0.5
            lab = measure.block_reduce(self.lab(), (4, 4, 1), np.mean)
            return np.dstack([smooth(lab[..., k], mask, self.scale / 4) for k in range(3)]), mask, self.scale / 4

        return self.once("coarse", make)

    def quarter(self):
        return self.once("quarter", lambda: Grid(self.mask[::4, ::4], self.scale / 4))

    def look_under(self, plane):
        hidden = self.hair()[0]
        return np.where(hidden, smooth(plane, ~hidden, 0.25 * self.scale), plane)


def bars(length):
    """Four directions of a straight line."""
    flat = np.ones((1, length), np.uint8)
    slope = np.eye(length, dtype=np.uint8)
    return [flat, flat.T, slope, slope[::-1]]


def hair(hand):
    """Dark and white hairs: where they are, and of each length, direction, depth and how much deeper it is in blue than in red."""
    found, hidden = [], np.zeros(hand.mask.shape, bool)
    for tophat in (morphology.black_tophat, morphology.white_tophat):
        strands = np.max([tophat(hand.light, bar) for bar in bars(int(1.5 * hand.scale))], axis=0)
        dark = morphology.remove_small_objects(hand.mask & (strands > 0.15), 40)
        labels = measure.label(dark, connectivity=2)
        index = np.arange(1, labels.max() + 1)
        depth = ndimage.mean(strands, labels, index)
        red, blue = (ndimage.mean(hand.linear[..., k] - smooth(hand.linear[..., k], ~dark, 0.5 * hand.scale), labels, index) for k in (0, 2))
        for r, d, b in zip(measure.regionprops(labels), depth, blue / np.where(red == 0, 1, red)):
            if r.major_axis_length > 4 * r.minor_axis_length:
                found.append((r.major_axis_length / hand.scale, r.orientation, d, b))
        hidden |= dark
    hidden = grown(hidden, 0.25 * hand.scale) if hidden.any() else hidden
    return hidden, found, (hidden & hand.mask).sum() / hand.mask.sum()


def lines(hand):
    """Density, area, width, contrast and direction of lines, with pieces joined across gaps."""
    scale, usable = hand.scale, hand.mask & ~hand.patches()
    light = hand.look_under(hand.light)
    ridges = filters.sato(light, sigmas=[0.125 * scale, 0.2 * scale, 0.35 * scale], black_ridges=True)
    strong = usable & (ridges > filters.threshold_otsu(ridges[usable]))
    strong = morphology.remove_small_objects(strong, 20)
    paths = morphology.skeletonize(strong)
    width = 2 * ndimage.distance_transform_edt(strong) / scale
    depth = smooth(light, usable, scale) - light
    labels = measure.label(paths, connectivity=2)
    regions = measure.regionprops(labels)
    length = np.array([0] + [r.area / scale for r in regions])
    angle = np.array([0] + [r.orientation for r in regions])
    joined = linked(labels, regions, angle, 1.5 * scale)
    whole = np.bincount(joined, length, len(length))
    counted = paths & (whole[joined[labels]] >= 3)
    grid = hand.grid()
    each = grid.sums(counted / scale)
    mm2 = grid.sums(np.ones(counted.shape)) / scale**2
    turn = 2 * angle[labels]
    return [
        grid.ratio(100 * each, mm2),
        grid.ratio(100 * grid.sums(counted * width / scale), mm2),
        grid.ratio(grid.sums(counted * width / scale), each),
        grid.ratio(grid.sums(counted * 100 * (1 - np.exp(-depth)) / scale), each),
        grid.resultant(grid.sums(counted * np.cos(turn) / scale), grid.sums(counted * np.sin(turn) / scale), each),
    ]


def linked(labels, regions, angle, gap):
    """For each label the lowest one of its line: pieces whose ends lie near and which run alike are joined."""
    group = np.arange(len(regions) + 1)
    if not regions:
        return group
    paths = labels > 0
    neighbours = ndimage.convolve(paths.astype(np.uint8), np.ones((3, 3), np.uint8), mode="constant")
    ends = np.argwhere(paths & (neighbours == 2))
    if len(ends) == 0:
        return group
    owner = labels[tuple(ends.T)]
    pairs = spatial.cKDTree(ends).query_pairs(gap, output_type="ndarray")
    a, b = owner[pairs[:, 0]], owner[pairs[:, 1]]
    alike = (a != b) & (np.abs(np.sin(angle[a] - angle[b])) < 0.42)
    for p, q in zip(a[alike], b[alike]):
        low, high = sorted((group[p], group[q]))
        group[group == high] = low
    return group


def roughness(hand):
    seen = ~hand.patches()
    fine, coarse = 0.612 * hand.scale, 1.224 * hand.scale
    weight = [filters.gaussian(seen.astype(float), s) for s in (fine, (coarse, fine))]
    value = [filters.gaussian(np.where(seen, hand.light, 0), s) for s in (fine, (coarse, fine))]
    band = value[0] / np.maximum(weight[0], 1e-6) - value[1] / np.maximum(weight[1], 1e-6)
    return contrast(band, Grid(hand.mask & seen, hand.scale) if not seen.all() else hand.grid())


def scaliness(hand):
    """White light added by flakes, less what noise adds as often as it takes."""
    scale, grid = hand.scale, hand.grid()
    around = [smooth(hand.linear[..., k], hand.mask, 2 * scale) for k in range(3)]
    above = [filters.gaussian(hand.linear[..., k], 0.12 * scale) - around[k] for k in range(3)]
    white = above[2] - above[0] * around[2] / np.maximum(1e-4, around[0])
    white = white - np.median(white[grid.inside])
    brighter = above[1] / np.maximum(1e-4, around[1])
    flakes = grid.sums((white > 0.015) & (brighter > 0.02))
    noise = grid.sums((white < -0.015) & (brighter < -0.02))
    return grid.ratio(100 * np.maximum(0, flakes - noise), grid.sums(np.ones(white.shape)))


def texture(hand):
    """Octaves, skewness, pitch, direction and co-occurrence, tile by tile."""
    scale, grid, light = hand.scale, hand.grid(), hand.light
    octaves = [filters.gaussian(light, s * scale) for s in (0.0765, 0.153, 0.306, 0.612, 1.224)]
    found = [contrast(p - q, grid) for p, q in zip(octaves, octaves[1:])]
    band = octaves[1] - octaves[4]
    zy, zx = np.gradient(band)
    xx, xy, yy = (grid.sums(p) for p in (zx * zx, zx * zy, zy * zy))
    values = grid.values(band)
    low, middle, high = np.array([np.quantile(v, (0.05, 0.5, 0.95)) for v in values]).T
    found.append(grid.trimmed((high + low - 2 * middle) / (high - low)))
    size = np.array([len(v) for v in values])
    found.append(grid.trimmed(2 * np.pi * np.sqrt(np.array([v.var() for v in values]) * size / (xx + yy)) / scale))
    found.append(grid.resultant(xx - yy, 2 * xy, xx + yy))
    grey = np.clip((band / 0.08 + 1) / 2 * 32, 0, 31).astype(np.uint8)
    side = int(TILE_MM * scale)
    step = max(1, round(0.5 * scale))
    features = []
    for pixels in grid.pixels:
        y, x = np.divmod(pixels, grey.shape[1])
        cut = grey[y.min() : y.max() + 1, x.min() : x.max() + 1]
        pairs = feature.graycomatrix(cut, [step], [0, np.pi / 4, np.pi / 2, 3 * np.pi / 4], levels=32, symmetric=True, normed=True)
        pairs = pairs.mean(axis=3, keepdims=True)
        features.append([feature.graycoprops(pairs, p)[0, 0] for p in ("contrast", "homogeneity", "correlation")])
    return found + [grid.trimmed(f) for f in np.array(features).T]


def spots(hand):
    """Number, area, density, contrast and load of pigmented spots."""
    mask, scale = hand.mask, hand.scale
    melanin = hand.look_under(-np.log(np.maximum(hand.linear[..., 0], 1e-4)))
    uneven = melanin - smooth(melanin, mask, 4 * scale)
    dark = feature.blob_log(np.where(mask, uneven, 0), min_sigma=0.4 * scale, max_sigma=3 * scale, num_sigma=6, threshold=0.02)
    marked = mask & (uneven > filters.threshold_local(uneven, 8 * int(scale) + 1, offset=-0.05))
    marked = morphology.remove_small_objects(morphology.binary_opening(marked, morphology.disk(2)), int(0.5 * scale * scale))
    labels = measure.label(marked)
    lab = hand.lab()
    counted = np.zeros(labels.max() + 1)
    different = np.zeros(labels.max() + 1)
    for region in measure.regionprops(labels):
        if region.eccentricity > 0.89 or region.solidity < 0.75:
            continue
        y0, x0, y1, x1 = region.bbox
        cut = np.s_[max(0, y0 - 8) : y1 + 8, max(0, x0 - 8) : x1 + 8]
        inside = labels[cut] == region.label
        ring = morphology.binary_dilation(inside, morphology.disk(6)) & (labels[cut] == 0) & mask[cut]
        if ring.any():
            counted[region.label] = 1 / region.area
            different[region.label] = color.deltaE_ciede2000(np.median(lab[cut][inside], axis=0), np.median(lab[cut][ring], axis=0))
    grid = hand.grid()
    number = grid.sums(counted[labels])
    area = grid.sums((counted > 0)[labels]) / scale**2
    load = grid.sums(different[labels]) / scale**2
    mm2 = grid.sums(np.ones(labels.shape)) / scale**2
    return len(dark), [
        (number.sum(), (grid.times @ number).std(ddof=1)),
        grid.ratio(100 * area, mm2),
        grid.ratio(1000 * number, mm2),
        grid.ratio(load, area),
        grid.ratio(100 * load, mm2),
    ]


def areas(where, least_mm2, lab, mask, scale):
    """Connected parts of some size, each with its colour difference to the ring around."""
    labels = measure.label(morphology.remove_small_objects(where, int(least_mm2 * scale * scale)))
    found = []
    room = int(5 * scale) + 1
    for region in measure.regionprops(labels):
        y0, x0, y1, x1 = region.bbox
        cut = np.s_[max(0, y0 - room) : y1 + room, max(0, x0 - room) : x1 + room]
        part = labels[cut] == region.label
        off = ndimage.distance_transform_edt(~part)
        ring = (off > scale) & (off <= 5 * scale) & mask[cut]
        if ring.any():
            found.append((region.area / scale**2, float(color.deltaE_ciede2000(lab[cut][part].mean(axis=0), lab[cut][ring].mean(axis=0)))))
    return found


def tone(hand):
    """Colour of the tiles' middles, unevenness, blotches and pale areas, these on a quarter of the pixels, as their breadth allows."""
    grid = hand.grid()
    lab = hand.lab()
    l, a, b = (np.array([np.median(v) for v in grid.values(lab[..., k])]) for k in range(3))
    tiles = np.stack([l, a, b], axis=1)
    apart = color.deltaE_ciede2000(tiles, np.broadcast_to(np.median(tiles, axis=0), tiles.shape))
    found = [grid.trimmed(v, 0.5) for v in (l, a, b, np.degrees(np.arctan2(l - 50, b)))] + [grid.trimmed(apart)]
    low, mask, scale = hand.coarse()
    middle = np.median(low[mask], axis=0)
    apart = color.deltaE_ciede2000(low, np.broadcast_to(middle, low.shape))
    blotches = mask & (apart > 5) & (low[..., 0] < middle[0]) & (low[..., 2] > middle[2])
    light = low[..., 0] - smooth(low[..., 0], mask, 5 * scale)
    pale = mask & (light > 3) & (low[..., 1] < middle[1])
    return found, areas(blotches, 40, low, mask, scale), areas(pale, 4, low, mask, scale)


def redness(hand):
    """Index, share of red patches, the patches, and those that a clinician should see."""
    grid = hand.grid()
    blood = color.rgb2hed(hand.picture)[..., 1]
    index = grid.trimmed([np.median(v) for v in grid.values(blood)], 0.5)
    lab, mask, scale = hand.coarse()
    low = smooth(measure.block_reduce(blood, (4, 4), np.mean)[: mask.shape[0], : mask.shape[1]], mask, scale)
    y, x = np.nonzero(mask)
    fit = np.linalg.lstsq(np.stack([x, y, np.ones(len(x))], axis=1), low[mask], rcond=None)[0]
    rows, columns = np.indices(mask.shape)
    excess = low - (fit[0] * columns + fit[1] * rows + fit[2])
    spread = 1.4826 * np.median(np.abs(excess[mask]))
    red = morphology.remove_small_objects(mask & (excess > 2 * spread), int(12 * scale * scale))
    quarter = hand.quarter()
    share = quarter.ratio(100 * quarter.sums(red), quarter.sums(np.ones(red.shape)))
    return index, share, areas(red, 12, lab, mask, scale), areas(mask & (excess > 5 * spread), 9, lab, mask, scale)


def veins(hand):
    # on a quarter of the pixels, as their width allows
    red = filters.gaussian(hand.linear[..., 0], 2)[::4, ::4]
    bands = filters.frangi(red, sigmas=[s * hand.scale / 4 for s in (1.0, 1.5, 2.0)], black_ridges=True)
    grid = hand.quarter()
    return grid.ratio(grid.sums(bands), grid.sums(np.ones(bands.shape)))


def main(plane, mask_file, scale, rounds):
    picture = io.imread(plane)[..., :3] / 255.0
    mask = io.imread(mask_file) > 127
    work = {
        "hair": lambda hand: hand.hair(),
        "lines": lines,
        "relief: roughness, scaliness, texture": lambda hand: (roughness(hand), scaliness(hand), texture(hand)),
        "spots": spots,
        "tone, redness, veins": lambda hand: (tone(hand), redness(hand), veins(hand)),
    }
    times = {name: ([], []) for name in work}
    for _ in range(rounds):
        hand = Hand(picture, mask, scale)
        for name, measures in work.items():
            p, w = time.process_time(), time.perf_counter()
            measures(hand)
            times[name][0].append(1000 * (time.process_time() - p))
            times[name][1].append(1000 * (time.perf_counter() - w))
    for name, (processor, wall) in times.items():
        print(f"{name}\t{statistics.median(processor):.1f}\t{statistics.median(wall):.1f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]))
