import { folderOf } from '../../../cloudfunctions/modules/tickets/reporting/files';
import type { InputOf } from '../../../types/contract';
import type { TicketView } from '../../../types/contract/tickets';
import { seedCommunities } from './community';
import { granted, openidOf, startWorld, type World } from './world';

type Report = Partial<Omit<InputOf<'tickets.report'>, 'homeId'>>;

/** People of home yunqi-1201 who report: known to the register, and on their phones right now. */
export class Reporting {
  constructor(readonly world: World) {}

  /** On a cloud of their own, with its two communities. */
  static async start(): Promise<Reporting> {
    const at = new Reporting(await startWorld());
    await seedCommunities(at.world);
    await at.begin();
    return at;
  }

  async begin(): Promise<void> {
    for (const [index, person] of ['owner', 'family', 'customerService', 'engineer'].entries()) {
      const phone = `1390000000${index + 1}`;
      this.world.cloud.rooms.users.create({ openid: openidOf(person), name: person, phone });
      this.visit(person);
    }
    const resident = (id: string, name: string, phone: string) => ({
      _id: `resident-${id}`,
      communityId: 'yunqi',
      name,
      phone,
    });
    await this.world.seed(
      'residents',
      resident('t-owner', '王秀英', '13900000001'),
      resident('t-family', '李强', '13900000002'),
    );
  }

  now(): number {
    return this.world.ports.now();
  }

  /** Opens the mini-program, as WeChat wants of whoever's content is checked. */
  visit(person: string): void {
    this.world.cloud.rooms.users.seen(openidOf(person));
  }

  /** A leak, unless it is said otherwise. */
  said(report: Report): InputOf<'tickets.report'> {
    const leak: Report & Pick<InputOf<'tickets.report'>, 'photos' | 'type' | 'problem' | 'urgency' | 'text'> =
      {
        ...{ type: 'repair', problem: 'leak', urgency: 'general', text: '水管漏水', photos: [] },
      };
    return { homeId: 'yunqi-1201', ...leak, ...report };
  }

  async report(person: string, report: Report): Promise<TicketView> {
    return granted(await this.world.ask(person, 'tickets.report', this.said(report)));
  }

  /** The id a file of this name in the person's folder would have. */
  fileOf(person: string, name: string): string {
    return `cloud://local.bucket/${folderOf(openidOf(person))}${name}`;
  }

  /** Puts a file into the person's folder. */
  async upload(person: string, name: string, content = 'a picture'): Promise<string> {
    const cloudPath = `${folderOf(openidOf(person))}${name}`;
    const { fileID } = await this.world.product
      .sdk()
      .uploadFile({ cloudPath, fileContent: Buffer.from(content) });
    return fileID;
  }
}
