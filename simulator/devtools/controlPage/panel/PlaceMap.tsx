import { type Position, projection, type Walk } from '../../walk/walk';

const size = { width: 84, height: 58, margin: 9 };

/** The walk as a dotted line and the phone as a dot. */
export function PlaceMap({ walk, place }: { walk: Walk; place: Position | undefined }) {
  const draw = projection(place ? [...walk.points, place] : walk.points, size);
  const line = walk.points.map(draw).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`);
  const dot = place && draw(place);
  return (
    <svg
      className="place-map"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label="轨迹和位置"
    >
      <polyline points={line.join(' ')} />
      {dot && <circle className="halo" cx={dot.x} cy={dot.y} r="7" />}
      {dot && <circle cx={dot.x} cy={dot.y} r="3.2" />}
    </svg>
  );
}
