import { startCloud } from '../../simulator/cloud/cloud';
import { Artefact } from '../../simulator/phone/artefact/artefact';
import { everyPage } from '../../simulator/phone/parity/everyPage';
import { type PageParity, Parity } from '../../simulator/phone/parity/parity';
import { startPhone } from '../../simulator/phone/phone';
import type { Finding, Gate } from './gates/gate';

/** A user who has nothing: the pages are compared as a newcomer sees them. */
const openid = `oParity${'0'.repeat(21)}`;

/** Every page, drawn on a phone with a fresh local cloud, equals what WeChat's compiler makes of the same data. */
export function parityGate(modules: string): Gate {
  return {
    name: 'parity',
    async check({ folder }) {
      const pages = await compare(modules, folder);
      const nodes = pages.reduce((sum, one) => sum + one.nodes, 0);
      return { findings: pages.flatMap(findingsOf), figures: { pages: pages.length, nodes } };
    },
  };
}

async function compare(modules: string, folder: string): Promise<PageParity[]> {
  const cloud = await startCloud({ dist: 'dist' });
  const phone = await startPhone({
    gatewayUrl: cloud.gatewayUrl,
    openid,
    miniprogram: folder,
  }).catch(async (error: unknown) => {
    await cloud.stop();
    throw error;
  });
  try {
    return await everyPage(phone, new Parity(modules, folder), new Artefact(folder).config.allPages);
  } finally {
    await phone.stop();
    await cloud.stop();
  }
}

function findingsOf({ page, differences, complaints }: PageParity): Finding[] {
  return [
    ...differences.map(({ component, message }) => ({
      file: `${component}.wxml`,
      message: `on ${page}: ${message}`,
      advice: 'the phone and WeChat draw differently: mend the phone, or avoid what they disagree on',
    })),
    ...complaints.map((complaint) => ({
      file: `${page}.wxml`,
      message: complaint,
      advice: 'WeChat draws nothing there: add the template, for Taro its component or plugin-html',
    })),
  ];
}
