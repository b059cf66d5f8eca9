import type { BuiltinElement } from './element';

/** What a tap on a button with this `open-type` does. */
export type OpenType = (button: BuiltinElement) => Promise<void> | void;

/** The open-types of buttons. Those that need the world outside (wallet, chats, consents) are put in by that world. */
class OpenTypes {
  private readonly known = new Map<string, OpenType>();

  add(name: string, work: OpenType): void {
    this.known.set(name, work);
  }

  async run(name: string, button: BuiltinElement): Promise<void> {
    // Several may stand together: `getPhoneNumber|agreePrivacyAuthorization`. [doc]
    for (const one of name.split('|')) {
      const work = this.known.get(one);
      if (work) await work(button);
      else console.error(`<button open-type="${one}"> is not supported by the simulator`);
    }
  }
}

export const openTypes = new OpenTypes();
