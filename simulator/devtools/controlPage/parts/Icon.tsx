/** One line family: 24 × 24, stroke 1.75. Each is decoration; the words beside it say what it means. */
const paths = {
  flask: 'M9 3h6M10 3v6L5 18.5A1.7 1.7 0 0 0 6.5 21h11a1.7 1.7 0 0 0 1.5-2.5L14 9V3M8 15h8',
  camera: 'M4 8h3.5L9 5h6l1.5 3H20v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  phones: 'M4 5h4v14H4zM10 5h4v14h-4zM16 5h4v14h-4z',
  bookmark: 'M6 4h12v16l-6-4-6 4z',
  history: 'M4 5v5h5M4.6 14.5A8 8 0 1 0 6 6.7L4 10M12 8v4l3 2',
  reset: 'M4 5v5h5M4.6 14.5A8 8 0 1 0 6 6.7L4 10',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  upDown: 'M8 9l4-4 4 4M8 15l4 4 4-4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  pause: 'M8 5h2.5v14H8zM13.5 5H16v14h-2.5z',
  toNext: 'M6 5l9 7-9 7zM19 5v14',
  target: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14M12 2v5M12 17v5M2 12h5M17 12h5',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2',
  filter: 'M4 7h16M7 12h10M10 17h4',
  reload: 'M20 5v5h-5M4 19v-5h5M5.5 9A7.5 7.5 0 0 1 18 6.7L20 10M18.5 15A7.5 7.5 0 0 1 6 17.3L4 14',
  moon: 'M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  inspect: 'M20 11V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h5M12 12l8 3-3.5 1.5L15 20z',
  walk: 'M5 19c6 0 2-7 7-7s1-7 7-7M5 19h.01M19 5h.01',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 14 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
