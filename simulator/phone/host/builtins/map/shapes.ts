import { type Circle, type Polygon, type Polyline, pixels } from './attributes';
import { metresPerPixel, type Place, type Point, type Size, toPoint, type View } from './mercator';

const svg = 'http://www.w3.org/2000/svg';
/** Pixels between two arrows on a line. [guess] */
const arrowEvery = 48;

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function shape(name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, String(value));
  }
  return element;
}

/** Draws lines and areas into an SVG of the map's own size, anew for each view. */
export class Shapes {
  constructor(
    private readonly view: View,
    private readonly size: Size,
  ) {}

  polygon(polygon: Polygon): SVGElement {
    const points = this.points(polygon.points ?? []);
    return shape('polygon', {
      points: points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' '),
      fill: polygon.fillColor ?? 'none',
      stroke: polygon.strokeColor ?? '#000',
      'stroke-width': pixels(polygon.strokeWidth, 1),
      'stroke-linejoin': 'round',
      'stroke-dasharray': polygon.dashArray?.join(' '),
    });
  }

  circle(circle: Circle): SVGElement {
    const { x, y } = toPoint(circle, this.view, this.size);
    return shape('circle', {
      cx: x.toFixed(1),
      cy: y.toFixed(1),
      r: (circle.radius / metresPerPixel({ ...this.view, center: circle })).toFixed(1),
      fill: circle.fillColor ?? 'none',
      stroke: circle.color ?? '#000',
      'stroke-width': pixels(circle.strokeWidth, 1),
    });
  }

  /** `index` finds the line again when it is tapped. */
  polyline(line: Polyline, index: number): SVGElement {
    const group = shape('g', { 'data-polyline': index, fill: 'none', 'stroke-linejoin': 'round' });
    const points = this.points(line.points ?? []);
    const width = pixels(line.width, 1);
    const border = pixels(line.borderWidth, 0);
    const cap = line.dottedLine ? 'butt' : 'round';
    if (border > 0 && !line.dottedLine)
      group.append(this.stroke(points, width + border * 2, line.borderColor ?? '#fff', cap));
    const dashes = line.dottedLine ? `${width * 2} ${width * 2}` : undefined;
    for (const { part, color } of parts(points, line))
      group.append(this.stroke(part, width, color, cap, dashes));
    if (line.arrowLine) group.append(...arrows(points, width));
    group.append(this.stroke(points, Math.max(width, 20), 'transparent', 'round'));
    return group;
  }

  private stroke(
    points: readonly Point[],
    width: number,
    color: string,
    cap: string,
    dashes?: string,
  ): SVGElement {
    const d = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
    return shape('path', {
      d,
      stroke: color,
      'stroke-width': width,
      'stroke-linecap': cap,
      'stroke-dasharray': dashes,
    });
  }

  private points(places: readonly Place[]): Point[] {
    return places.map((place) => toPoint(place, this.view, this.size));
  }
}

/** A line whose parts have colours of their own: the last colour holds for the rest. [doc] */
function parts(points: readonly Point[], line: Polyline) {
  const colors = line.colorList ?? [];
  if (colors.length === 0) return [{ part: points, color: line.color ?? '#000' }];
  return points.slice(1).map((point, at) => ({
    part: [points[at]!, point],
    color: colors[Math.min(at, colors.length - 1)]!,
  }));
}

/** Small white chevrons along the line, each turned the way the line goes. */
function arrows(points: readonly Point[], width: number): SVGElement[] {
  const half = Math.max(2, width * 0.28);
  const marks: SVGElement[] = [];
  let untilNext = arrowEvery / 2;
  for (const [at, to] of points.slice(1).entries()) {
    const from = points[at]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    for (; untilNext <= length; untilNext += arrowEvery) {
      // At a bend an arrow would point past the line.
      if (untilNext < width || untilNext > length - width) continue;
      const part = untilNext / length;
      const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
      marks.push(
        shape('path', {
          d: `M${-half} ${-half}L0 0L${-half} ${half}`,
          stroke: '#fff',
          'stroke-width': Math.max(1, width * 0.2),
          'stroke-linecap': 'round',
          transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`,
        }),
      );
    }
    untilNext -= length;
  }
  return marks;
}
