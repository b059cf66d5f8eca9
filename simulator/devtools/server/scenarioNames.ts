/** Characters of a scenario's name, so that it fits the page's head. */
export const longestName = 20;

/** A scenario's snapshot begins so; snapshots of other names were kept by hand. */
export const scenarioPrefix = 'scene-';
