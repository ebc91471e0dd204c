"""Draws lines over two logarithmic axes as SVG, with nothing but the standard library."""
import html, math

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 380, 300, 52, 56, 12, 44
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8c564b"]
DASHES = ["", "6 3", "2 3"]


def svg(title, panels):
    """`panels`: (x title, {name: [(x, y), …]}), side by side with one y scale; all values above 0."""
    names = list(dict.fromkeys(name for _, lines in panels for name in lines))
    ys = [y for _, lines in panels for points in lines.values() for _, y in points]
    low, high = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))
    high = max(high, low + 1)
    legend = 20 * math.ceil(len(names) / 8) + 12
    whole, tall = WIDTH * len(panels), HEIGHT + legend
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {tall}" font-family="sans-serif" font-size="11">',
           f'<rect width="{whole}" height="{tall}" fill="white"/>', f'<text x="{LEFT}" y="22" font-size="15">{html.escape(title)}</text>']
    for number, (label, lines) in enumerate(panels):
        out += panel(number * WIDTH, label, lines, names, low, high)
    for i, name in enumerate(names):
        x, y = LEFT + (i % 8) * (whole - LEFT) / 8, HEIGHT + 10 + 20 * (i // 8)
        out += [stroke(f"M{x:.1f} {y:.1f}h22", i), f'<text x="{x + 27:.1f}" y="{y + 4:.1f}">{html.escape(name)}</text>']
    return "\n".join(out + ["</svg>"]) + "\n"


def panel(at, label, lines, names, low, high):
    xs = [x for points in lines.values() for x, _ in points] or [1, 10]
    first, last = math.log10(min(xs)), math.log10(max(xs))
    last = max(last, first + 0.1)

    def px(x):
        return at + LEFT + (math.log10(x) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def py(y):
        return TOP + (high - math.log10(y)) / (high - low) * (HEIGHT - TOP - BOTTOM)

    out = []
    for power in range(low, high + 1):
        y = py(10 ** power)
        out += [f'<path d="M{at + LEFT} {y:.1f}H{at + WIDTH - RIGHT}" stroke="#ddd"/>',
                f'<text x="{at + LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">{10 ** power:g}</text>']
    ticks = sorted(set(xs))
    for i, x in enumerate(ticks):
        if i % max(1, math.ceil(len(ticks) / 6)) == 0:
            out += [f'<path d="M{px(x):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#eee"/>',
                    f'<text x="{px(x):.1f}" y="{HEIGHT - BOTTOM + 15}" text-anchor="middle">{x:,}</text>']
    out.append(f'<text x="{at + (WIDTH + LEFT) / 2:.1f}" y="{HEIGHT - 10}" text-anchor="middle">{html.escape(label)}</text>')
    for name, points in lines.items():
        path = "M" + "L".join(f"{px(x):.1f} {py(y):.1f}" for x, y in sorted(points))
        out.append(stroke(path, names.index(name)))
        out += [f'<circle cx="{px(x):.1f}" cy="{py(y):.1f}" r="2.2" fill="{COLOURS[names.index(name) % len(COLOURS)]}"/>' for x, y in points]
    return out


def stroke(path, i):
    dash = DASHES[i // len(COLOURS) % len(DASHES)]
    return f'<path d="{path}" fill="none" stroke="{COLOURS[i % len(COLOURS)]}" stroke-width="1.6"' + (f' stroke-dasharray="{dash}"' if dash else "") + "/>"


def slope(points):
    """Of the last two points in logarithms, one decimal; empty with fewer than two."""
    if len(points) < 2:
        return ""
    (x, y), (further, later) = points[-2:]
    return f"{math.log(later / y) / math.log(further / x):.1f}"
