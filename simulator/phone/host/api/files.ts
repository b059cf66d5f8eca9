import { ApiRefusal } from './convention';

/** Temporary and saved files of this mini-program, in memory: paths as WeChat writes them, contents as the browser holds them. */
export class Files {
  private readonly byPath = new Map<string, Blob>();
  private next = 1;

  /** Keeps a file under a new temporary path. */
  add(content: Blob, extension = extensionOf(content.type)): string {
    const path = `http://tmp/${Date.now().toString(36)}${this.next}${extension}`;
    this.next += 1;
    this.byPath.set(path, content);
    return path;
  }

  write(path: string, content: Blob): void {
    this.byPath.set(path, content);
  }

  remove(path: string): boolean {
    return this.byPath.delete(path);
  }

  paths(below: string): string[] {
    return [...this.byPath.keys()].filter((path) => path.startsWith(below));
  }

  find(path: string): Blob | undefined {
    return this.byPath.get(path);
  }

  /** A file by its temporary path, or one of the package. */
  async read(path: string): Promise<Blob> {
    const known = this.byPath.get(path);
    if (known) return known;
    const response = /^(?:https?:\/\/(?:tmp|usr)\/)/.test(path)
      ? undefined
      : await fetch(new URL(path, `${location.origin}/`));
    if (!response?.ok) throw new ApiRefusal(`no such file or directory "${path}"`);
    return response.blob();
  }
}

function extensionOf(type: string): string {
  const subtype = /^image\/(\w+)|^audio\/(\w+)|^video\/(\w+)/.exec(type);
  const name = subtype?.slice(1).find(Boolean);
  return name ? `.${name === 'jpeg' ? 'jpg' : name}` : '';
}
