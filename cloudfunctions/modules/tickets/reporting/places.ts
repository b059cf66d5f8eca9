/** `3` → `3栋`, as a staff member's areas have it; a name (`东门`, `A座`) stays. */
export function buildingName(building: string): string {
  return /^[\p{N}A-Za-z]+$/u.test(building) ? `${building}栋` : building;
}
