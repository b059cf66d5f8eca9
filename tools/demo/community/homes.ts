import type { Random } from './random';

export interface DemoHome {
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly floor: number;
  /** In 1/100 ㎡. */
  readonly area: number;
}

interface Shape {
  readonly units: number;
  readonly floors: number;
  /** Areas by unit's parity and place on the floor, in 1/100 ㎡. */
  readonly areas: readonly (readonly number[])[];
}

/** Areas lie where listed homes of their layout do: 2 rooms 69–90 ㎡, 3 rooms 112–148 ㎡, 4 rooms from 150 ㎡. */
const tower: Shape = {
  units: 2,
  floors: 25,
  areas: [
    [12860, 8990],
    [16815, 11262],
  ],
};
const slab: Shape = {
  units: 5,
  floors: 10,
  areas: [
    [6935, 9009],
    [5897, 8230],
  ],
};

/** 1,200 homes in 12 buildings: eight towers and four slabs, a hundred homes each. */
export function demoHomes(random: Random): readonly DemoHome[] {
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((building) =>
    homesOf(building, building <= 8 ? tower : slab, random),
  );
}

function homesOf(building: number, { units, floors, areas }: Shape, random: Random): readonly DemoHome[] {
  const homes: DemoHome[] = [];
  for (let unit = 1; unit <= units; unit += 1) {
    const onFloor = areas[(unit - 1) % areas.length] ?? [];
    // Towers of one shape were still measured one by one.
    const measured = onFloor.map((area) => (building === 3 ? area : area + random.whole(-240, 240)));
    for (let floor = 1; floor <= floors; floor += 1)
      measured.forEach((area, place) => {
        const room = `${floor}${String(place + 1).padStart(2, '0')}`;
        homes.push({ building: `${building}栋`, unit: `${unit}单元`, room, floor, area });
      });
  }
  return homes;
}

export function placeOfHome({ building, unit, room }: DemoHome): string {
  return `${building}${unit}${room}`;
}
