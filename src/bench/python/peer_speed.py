"""The same kind of measures as Dorsum takes of one laid-out hand, put together as a user of scikit-image would, and their time.

Usage: peer_speed.py PLANE.png MASK.png PIXELS_PER_MM ROUNDS
PLANE.png: sRGB, 8 bits, the back of the hand laid out; MASK.png: 255 where skin can be measured.
Prints, for each measure, its median processor and wall time in milliseconds, tab-separated. One thread.
Needs scikit-image 0.19 or later (Debian: python3-skimage). Reading the files is not timed.
"""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import statistics
import sys
import time
import warnings

import numpy as np
from scipy import ndimage, stats
from skimage import color, exposure, feature, filters, io, measure, morphology

warnings.filterwarnings("ignore")
TILE_MM = 5


def tiles(mask, side):
    """Slices of whole tiles of which three quarters are skin."""
    for y in range(0, mask.shape[0] - side + 1, side):
        for x in range(0, mask.shape[1] - side + 1, side):
            cut = np.s_[y : y + side, x : x + side]
            if mask[cut].mean() >= 0.75:
                yield cut


def smooth(plane, mask, sigma):
    """Gaussian that looks at skin alone."""
    weight = filters.gaussian(mask.astype(float), sigma)
    return filters.gaussian(np.where(mask, plane, 0), sigma) / np.maximum(weight, 1e-6)


def roughness(light, mask, scale):
    band = smooth(light, mask, 0.15 * scale) - smooth(light, mask, 1.0 * scale)
    return [stats.median_abs_deviation(band[cut][mask[cut]]) for cut in tiles(mask, int(TILE_MM * scale))]


def scaliness(light, mask, scale):
    bright = morphology.white_tophat(light, morphology.disk(int(1.0 * scale)))
    flakes = mask & (bright > 4 * stats.median_abs_deviation(bright[mask]))
    return flakes.sum() / mask.sum()


def texture(light, mask, scale):
    """Octaves, skewness, direction and co-occurrence, tile by tile."""
    found = []
    octaves = [smooth(light, mask, s * scale) for s in (0.125, 0.25, 0.5, 1.0, 2.0)]
    a, b, c = feature.structure_tensor(light, sigma=scale, order="rc")
    grey = (31 * exposure.rescale_intensity(np.where(mask, light, np.median(light[mask])), out_range=(0, 1))).astype(np.uint8)
    for cut in tiles(mask, int(TILE_MM * scale)):
        steps = [np.std(p[cut] - q[cut]) for p, q in zip(octaves, octaves[1:])]
        aligned = np.hypot((a - c)[cut].mean(), 2 * b[cut].mean()) / max(1e-12, (a + c)[cut].mean())
        pairs = feature.graycomatrix(grey[cut], [1, 2, 4], [0, np.pi / 4, np.pi / 2, 3 * np.pi / 4], levels=32, symmetric=True, normed=True)
        found.append((steps, stats.skew(light[cut].ravel()), aligned, feature.graycoprops(pairs, "contrast").mean(), feature.graycoprops(pairs, "homogeneity").mean()))
    return found


def lines(light, mask, scale):
    ridges = filters.sato(light, sigmas=[0.125 * scale, 0.2 * scale, 0.35 * scale], black_ridges=True)
    strong = mask & (ridges > filters.threshold_otsu(ridges[mask]))
    strong = morphology.remove_small_objects(strong, 20)
    paths = morphology.skeletonize(strong)
    width = 2 * ndimage.distance_transform_edt(strong)[paths]
    around = smooth(light, mask, scale)
    return paths.sum(), strong.sum(), width.mean(), (around - light)[paths].mean(), [r.orientation for r in measure.regionprops(measure.label(paths, connectivity=2))]


def hair(light, mask, scale):
    long = [morphology.black_tophat(light, turned) for turned in bars(int(1.5 * scale))]
    dark = np.max(long, axis=0)
    found = morphology.remove_small_objects(mask & (dark > 0.15), 40)
    return [(r.major_axis_length, r.orientation) for r in measure.regionprops(measure.label(found, connectivity=2))]


def bars(length):
    """Four directions of a straight line."""
    flat = np.ones((1, length), np.uint8)
    slope = np.eye(length, dtype=np.uint8)
    return [flat, flat.T, slope, slope[::-1]]


def spots(picture, linear, mask, scale):
    melanin = -np.log(np.maximum(linear[..., 0], 1e-4))
    uneven = melanin - smooth(melanin, mask, 4 * scale)
    dark = feature.blob_log(np.where(mask, uneven, 0), min_sigma=0.4 * scale, max_sigma=3 * scale, num_sigma=6, threshold=0.02)
    marked = mask & (uneven > filters.threshold_local(uneven, 8 * int(scale) + 1, offset=-0.05))
    marked = morphology.remove_small_objects(morphology.binary_opening(marked, morphology.disk(2)), int(0.5 * scale * scale))
    labels = measure.label(marked)
    lab = color.rgb2lab(picture)
    found = []
    for region in measure.regionprops(labels):
        y0, x0, y1, x1 = region.bbox
        cut = np.s_[max(0, y0 - 8) : y1 + 8, max(0, x0 - 8) : x1 + 8]
        inside = labels[cut] == region.label
        ring = morphology.binary_dilation(inside, morphology.disk(6)) & (labels[cut] == 0) & mask[cut]
        if ring.any():
            found.append((region.area, region.eccentricity, float(color.deltaE_ciede2000(np.median(lab[cut][inside], axis=0), np.median(lab[cut][ring], axis=0)))))
    return len(dark), found


def tone(picture, mask, scale):
    lab = color.rgb2lab(picture)
    l, a, b = (np.median(lab[..., k][mask]) for k in range(3))
    low = [smooth(lab[..., k], mask, 2 * scale) for k in range(3)]
    even = np.dstack(low)[mask]
    spread = color.deltaE_ciede2000(even, np.broadcast_to([l, a, b], even.shape))
    return l, a, b, np.degrees(np.arctan2(l - 50, b)), np.median(spread)


def redness(picture, mask, scale):
    blood = color.rgb2hed(picture)[..., 1]
    low = smooth(blood, mask, 1.5 * scale)
    red = mask & (low > np.median(low[mask]) + 2 * stats.median_abs_deviation(low[mask]))
    red = morphology.remove_small_objects(red, int(scale * scale))
    return np.median(blood[mask]), red.sum() / mask.sum(), measure.label(red).max()


def veins(linear, mask, scale):
    # on a quarter of the pixels, as their width allows
    red = filters.gaussian(linear[..., 0], 2)[::4, ::4]
    bands = filters.frangi(red, sigmas=[s * scale / 4 for s in (1.0, 1.5, 2.0)], black_ridges=True)
    return np.percentile(bands[mask[::4, ::4]], 90)


def main(plane, mask_file, scale, rounds):
    picture = io.imread(plane)[..., :3] / 255.0
    mask = io.imread(mask_file) > 127
    linear = np.where(picture <= 0.04045, picture / 12.92, ((picture + 0.055) / 1.055) ** 2.4)
    light = np.log(np.maximum(1e-4, linear @ [0.2126, 0.7152, 0.0722]))
    work = {
        "hair": lambda: hair(light, mask, scale),
        "lines": lambda: lines(light, mask, scale),
        "relief: roughness, scaliness, texture": lambda: (roughness(light, mask, scale), scaliness(light, mask, scale), texture(light, mask, scale)),
        "spots": lambda: spots(picture, linear, mask, scale),
        "tone, redness, veins": lambda: (tone(picture, mask, scale), redness(picture, mask, scale), veins(linear, mask, scale)),
    }
    for name, measures in work.items():
        processor, wall = [], []
        for _ in range(rounds):
            p, w = time.process_time(), time.perf_counter()
            measures()
            processor.append(1000 * (time.process_time() - p))
            wall.append(1000 * (time.perf_counter() - w))
        print(f"{name}\t{statistics.median(processor):.1f}\t{statistics.median(wall):.1f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]))
