import type { Finding, Gate, GateOutcome } from './gates/gate';
import type { BuiltMiniprogram } from './gates/miniprogram';

export interface GateReport extends GateOutcome {
  readonly gate: string;
  readonly passed: boolean;
  readonly milliseconds: number;
}

/** Runs gates one after the other. A gate that breaks counts as failed. */
export async function runGates(gates: readonly Gate[], miniprogram: BuiltMiniprogram): Promise<GateReport[]> {
  const reports: GateReport[] = [];
  for (const gate of gates) {
    const began = performance.now();
    const outcome = await outcomeOf(gate, miniprogram);
    const milliseconds = Math.round(performance.now() - began);
    reports.push({ gate: gate.name, passed: outcome.findings.length === 0, milliseconds, ...outcome });
  }
  return reports;
}

async function outcomeOf(gate: Gate, miniprogram: BuiltMiniprogram): Promise<GateOutcome> {
  try {
    return await gate.check(miniprogram);
  } catch (error) {
    const message = `the gate broke: ${error instanceof Error ? error.message : String(error)}`;
    return {
      findings: [{ file: '(none)', message, advice: 'mend the gate or what it runs on' }],
      figures: {},
    };
  }
}

/** The report people read. `notes` say what was not looked at. */
export function toText(title: string, reports: readonly GateReport[], notes: readonly string[]): string {
  const width = Math.max(...reports.map(({ gate }) => gate.length));
  const lines = reports.flatMap((report) => [headline(report, width), ...report.findings.map(describe)]);
  const failed = reports.filter(({ passed }) => !passed).length;
  const verdict = failed === 0 ? 'All gates passed.' : `${failed} of ${reports.length} gates failed.`;
  return [title, '', ...lines, '', ...notes.map((note) => `Note: ${note}`), verdict, ''].join('\n');
}

function headline({ gate, passed, figures, milliseconds }: GateReport, width: number): string {
  const shown = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  return `${passed ? 'ok    ' : 'FAILED'} ${gate.padEnd(width)}  ${shown.join(', ')} (${milliseconds} ms)`;
}

function describe({ file, line, message, advice }: Finding): string {
  return `         ${file}${line === undefined ? '' : `:${line}`}  ${message}\n           → ${advice}`;
}
