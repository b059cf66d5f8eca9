import * as glassEasel from 'glass-easel';
import type { Hidden } from '../../events/eventObject';
import { assetUrl, pagePathOf } from '../assets';
import { DrawnElement } from '../shadow';
import type { Circle, Marker, Polygon, Polyline } from './attributes';
import { MapFingers } from './fingers';
import { graticule, scaleBar } from './ground';
import { mapContent, mapStyle } from './mapStyle';
import { type MarkerMove, Markers } from './markers';
import {
  moved,
  type Padding,
  type Place,
  type Point,
  type Region,
  regionOf,
  type Size,
  toPlace,
  toPoint,
  type View,
  viewAround,
  zoomed,
} from './mercator';
import { Shapes, shape } from './shapes';

type Cause = 'drag' | 'scale' | 'update';

/** Where a map looks that is given no center: the middle of Peking. [guess] */
const nowhere: Place = { latitude: 39.92, longitude: 116.46 };
/** Pixels kept free around `include-points`. [guess] */
const includePadding: Padding = [40, 40, 40, 40];

/** Milliseconds between two looks at where the phone is. [guess] */
const locationPace = 1000;

let locate: (() => Promise<Place>) | undefined;

/** Tells maps how the phone finds out where it is. */
export function connectMaps(findPhone: () => Promise<Place>): void {
  locate = findPhone;
}

/** `<map>`: markers, lines and areas on pale paper. It has no streets: there are no tiles and no network. */
export class MapElement extends DrawnElement {
  private view: View = { center: nowhere, scale: 16 };
  private readonly ordered = new Set<string>();
  private readonly markers: Markers;
  private here: Place | undefined;
  private wasDrawn = false;
  private isWired = false;
  private isFollowing = false;

  constructor() {
    super(mapStyle, mapContent);
    this.markers = new Markers(
      this.piece('.markers'),
      (path) => assetUrl(path, pagePathOf(this)),
      (id) => this.querySelector<HTMLElement>(`[marker-id="${id}"]`) ?? undefined,
    );
    new MapFingers(this.piece('.box'), {
      begin: () => this.tellRegion('begin', 'gesture'),
      drag: (by) => this.flag('enable-scroll', true) && this.show(moved(this.view, by, this.size)),
      zoom: (factor, around) => this.flag('enable-zoom', true) && this.zoomBy(factor, around),
      end: (cause) => this.tellRegion('end', cause),
    });
    new ResizeObserver(() => this.resized()).observe(this);
  }

  get center(): Place {
    return this.view.center;
  }

  get scale(): number {
    return this.view.scale;
  }

  get region(): Region {
    return regionOf(this.view, this.size);
  }

  get markerLayer(): Markers {
    return this.markers;
  }

  screenOf(place: Place): Point {
    return toPoint(place, this.view, this.size);
  }

  placeAt(point: Point): Place {
    return toPlace(point, this.view, this.size);
  }

  moveTo(center: Place): void {
    this.change({ ...this.view, center });
  }

  include(places: readonly Place[], padding: Padding): void {
    const view = viewAround(places, this.size, padding, this.limits);
    if (view) this.change(view);
  }

  moveMarker(id: number, move: MarkerMove): Promise<void> {
    return this.markers.move(id, move, () => this.placeMarkers());
  }

  placeMarkers(): void {
    this.markers.place(this.view, this.size);
  }

  /** A tap is the map's own affair: it says what was hit, or else which place. [doc] */
  ownTap({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): boolean {
    const origin = this.closest('.page-frame')?.getBoundingClientRect() ?? new DOMRect();
    const hit = this.shadow.elementFromPoint(clientX + origin.left, clientY + origin.top);
    const part = hit?.closest<HTMLElement>('[data-event]');
    const line = hit?.closest<SVGElement>('[data-polyline]');
    if (part) this.markerTapped(part.dataset.event ?? '', Number(part.dataset.marker));
    else if (line) this.emit('polylinetap', { polylineId: this.lineId(Number(line.dataset.polyline)) });
    else {
      this.markers.open(undefined);
      const box = this.getBoundingClientRect();
      this.emit(
        'tap',
        this.placeAt({ x: clientX + origin.left - box.left, y: clientY + origin.top - box.top }),
      );
    }
    this.placeMarkers();
    return true;
  }

  protected override assigned(name: string): void {
    this.ordered.add(name);
  }

  protected override update(): void {
    this.wire();
    if (this.ordered.has('markers')) this.markers.set(this.list<Marker>('markers'));
    if (this.ordered.has('show-location')) void this.followPhone();
    this.piece('.compass').hidden = !this.flag('show-compass');
    this.follow();
    this.draw();
  }

  private get size(): Size {
    return { width: this.clientWidth, height: this.clientHeight };
  }

  private get limits(): readonly [number, number] {
    return [Math.max(3, this.number('min-scale', 3)), Math.min(20, this.number('max-scale', 20))];
  }

  // Only what was set anew moves the map: what a finger did to it stays otherwise.
  private follow(): void {
    const before = this.view;
    const { latitude, longitude } = before.center;
    const has = (name: string) => this.ordered.has(name);
    let view: View = {
      center: {
        latitude: has('latitude') ? this.number('latitude', latitude) : latitude,
        longitude: has('longitude') ? this.number('longitude', longitude) : longitude,
      },
      scale: this.clamped(has('scale') ? this.number('scale', 16) : before.scale),
    };
    const isLaidOut = this.size.width > 0;
    if (has('include-points') && isLaidOut)
      view = viewAround(this.list<Place>('include-points'), this.size, includePadding, this.limits) ?? view;
    const waits = has('include-points') && !isLaidOut;
    this.ordered.clear();
    if (waits) this.ordered.add('include-points');
    if (this.wasDrawn && !same(view, before)) this.change(view);
    else this.view = view;
  }

  private change(view: View): void {
    this.tellRegion('begin', 'update');
    this.show({ ...view, scale: this.clamped(view.scale) });
    setTimeout(() => this.tellRegion('end', 'update'));
  }

  private show(view: View): void {
    this.view = view;
    this.draw();
  }

  private zoomBy(factor: number, around: Point): void {
    const scale = this.clamped(this.view.scale + Math.log2(factor));
    this.show(zoomed(this.view, scale, around, this.size));
  }

  private clamped(scale: number): number {
    return Math.min(this.limits[1], Math.max(this.limits[0], scale));
  }

  private resized(): void {
    if (this.ordered.has('include-points')) this.follow();
    this.draw();
  }

  private draw(): void {
    const { size, view } = this;
    if (size.width === 0 || size.height === 0) return;
    const shapes = new Shapes(view, size);
    const byLevel = <T extends { zIndex?: number }>(list: T[]) =>
      list.sort((a, b) => (a.zIndex ?? 0) - (b.zIndex ?? 0));
    this.shadow
      .querySelector('svg.drawing')
      ?.replaceChildren(
        shape('path', { class: 'graticule', d: graticule(view, size) }),
        ...byLevel([...this.list<Polygon>('polygons')]).map((polygon) => shapes.polygon(polygon)),
        ...this.list<Circle>('circles').map((circle) => shapes.circle(circle)),
        ...this.list<Polyline>('polyline').map((line, index) => shapes.polyline(line, index)),
      );
    this.drawScale();
    this.drawHere();
    this.placeMarkers();
    if (this.wasDrawn) return;
    this.wasDrawn = true;
    this.emit('updated', {});
  }

  private drawScale(): void {
    const { text, width } = scaleBar(this.view);
    this.piece('.scale span').textContent = text;
    this.piece('.scale i').style.width = `${width.toFixed(0)}px`;
  }

  private drawHere(): void {
    const dot = this.piece('.here');
    dot.hidden = !this.here || !this.flag('show-location');
    if (!this.here) return;
    const { x, y } = this.screenOf(this.here);
    dot.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  }

  private async followPhone(): Promise<void> {
    if (this.isFollowing || !locate) return;
    this.isFollowing = true;
    try {
      while (this.isConnected && this.flag('show-location')) {
        this.here = await locate();
        this.drawHere();
        await new Promise((resolve) => setTimeout(resolve, locationPace));
      }
    } catch (error) {
      console.warn(`<map show-location>: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.isFollowing = false;
  }

  private markerTapped(event: string, markerId: number): void {
    if (event === 'markertap') this.markers.open(markerId);
    this.emit(event, { markerId });
  }

  private lineId(index: number): number {
    return this.list<Polyline>('polyline')[index]?.id ?? index;
  }

  private list<T>(name: string): readonly T[] {
    const value = this.raw(name);
    return Array.isArray(value) ? (value as T[]) : [];
  }

  // A callout of the mini-program's own making is a child; what is tapped in it is the marker's callout.
  private wire(): void {
    if (this.isWired || !this.__wxElement) return;
    this.isWired = true;
    this.__wxElement.addListener('tap', (event) => {
      const own = (event as unknown as Hidden).targetNode?.closest('[marker-id]');
      if (own && this.contains(own))
        this.emit('callouttap', { markerId: Number(own.getAttribute('marker-id')) });
    });
  }

  // The event's own type is `begin` or `end`, and Taro counts on that. [doc]
  private tellRegion(type: 'begin' | 'end', causedBy: Cause | 'gesture'): void {
    if (!this.__wxElement) return;
    const { center: centerLocation, scale } = this.view;
    const detail = { rotate: 0, skew: 0, scale, centerLocation, region: this.region };
    const event = new glassEasel.Event('regionchange', detail, { extraFields: { type, causedBy } });
    glassEasel.Event.dispatchEvent(this.__wxElement, event);
  }
}

function same(a: View, b: View): boolean {
  return (
    a.scale === b.scale &&
    a.center.latitude === b.center.latitude &&
    a.center.longitude === b.center.longitude
  );
}
