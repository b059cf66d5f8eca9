/** A webpack plugin: writes, for every built file, of which libraries its source was made. */
export class Sizes {
  constructor(path: string);
  apply(compiler: object): void;
}
