import type { MouseEvent } from 'react';
import { type Place, type Position, projection, type Walk } from '../../walk/walk';

const size = { width: 84, height: 58, margin: 9 };

interface Props {
  walk: Walk;
  place: Position | undefined;
  put: (place: Place) => void;
}

/** The walk as a dotted line and the phone as a dot. A click puts the phone there. */
export function PlaceMap({ walk, place, put }: Props) {
  const { draw, placeAt } = projection(place ? [...walk.points, place] : walk.points, size);
  const line = walk.points.map(draw).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`);
  const dot = place && draw(place);
  const clicked = ({ currentTarget, clientX, clientY }: MouseEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    put(placeAt({ x: clientX - left, y: clientY - top }));
  };
  return (
    <button type="button" className="place-map" aria-label="把手机放到轨迹图上的一处" onClick={clicked}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label="轨迹和位置">
        <polyline points={line.join(' ')} />
        {dot && <circle className="halo" cx={dot.x} cy={dot.y} r="7" />}
        {dot && <circle cx={dot.x} cy={dot.y} r="3.2" />}
      </svg>
    </button>
  );
}
