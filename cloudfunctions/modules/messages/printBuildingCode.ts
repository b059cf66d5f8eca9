import type { ParsedOf } from '../../../types/contract';
import type { CodeSheet } from '../../../types/contract/messages';
import { placePartKey } from '../../../types/place';
import { granted, refused } from '../../../types/refusal';
import { changes } from '../../kernel/changes';
import { toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { keepFile, linksTo } from '../../platform/files';
import { isScene, miniProgramCode } from '../../platform/messages/miniProgramCode';
import { communityById, homesByIds } from '../community';
import { pictureOf } from './slips/picture';
import { printPlate } from './slips/plate';

interface Made {
  readonly communityId: string;
  readonly building: string;
  /** Where the sheet is kept; each member of staff has one, the last. */
  readonly path: string;
}

/** Where a resident who scans it by WeChat's own scanner arrives. Staff scan it inside the mini-program and read its scene. */
const page = 'pages/home/index';

/**
 * The code of a home's building, to be hung up by its door: engineers and guards check in by it (`b=3&c=yunqi`, read by `readPlaceCode`
 * of tickets). Refuses BUILDING_CODE_NOT_POSSIBLE where WeChat's codes cannot carry the building's name, SLIP_CODE_UNAVAILABLE.
 */
export const printBuildingCode: Changing<
  ParsedOf<'messages.printBuildingCode'>,
  undefined,
  Made,
  CodeSheet
> = {
  async decide({ homeId }, { caller }) {
    const [home] = await homesByIds([homeId]);
    if (!home) return toRefuse('NOT_ALLOWED');
    const { communityId } = home;
    const building = placePartKey(home.place.building);
    if (!isScene(sceneOf(building, communityId))) return toRefuse('BUILDING_CODE_NOT_POSSIBLE');
    const note = {
      what: 'buildingCodePrinted',
      beneficiary: { communityId },
      subjects: [`homes/${homeId}`],
      facts: { building },
    };
    const path = `slips/${communityId}/${caller.openid}-building.pdf`;
    return toDo({ communityId, building, path }, changes({ audit: [note] }));
  },
  async answer({ communityId, building, path }) {
    const [community, bytes] = await Promise.all([
      communityById(communityId),
      miniProgramCode(page, sceneOf(building, communityId)),
    ]);
    const code = bytes && pictureOf(bytes);
    if (!code) return refused('SLIP_CODE_UNAVAILABLE');
    const { name = '', servicePhone } = community ?? {};
    const head = { communityName: name, building: `${building}栋`, code };
    const sheet = printPlate({ ...head, ...(servicePhone === undefined ? {} : { servicePhone }) });
    const fileId = await keepFile(path, sheet);
    const link = (await linksTo([fileId])).get(fileId);
    return link === undefined ? refused('BUSY') : granted({ link });
  },
};

function sceneOf(building: string, communityId: string): string {
  return `b=${building}&c=${communityId}`;
}
