import { TmplGroup } from 'glass-easel-template-compiler';

export interface TemplateFault {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export interface CompiledTemplates {
  /** JavaScript: an expression whose value maps each path to its template. */
  readonly code: string;
  readonly faults: readonly TemplateFault[];
}

/** Compiles wxml and wxs, given by path without suffix, with WeChat's own compiler. */
export function compileTemplates(
  wxml: ReadonlyMap<string, string>,
  wxs: ReadonlyMap<string, string>,
): CompiledTemplates {
  const group = new TmplGroup();
  const faults: TemplateFault[] = [];
  for (const [path, text] of wxml) {
    const found = group.addTmpl(
      path,
      literalEntities(withNamedInlineConstructors(withoutSuffixes(text))),
    ) as {
      isError: boolean;
      message: string;
      startLine: number;
    }[];
    for (const { isError, message, startLine } of found) {
      if (isError) faults.push({ path, line: startLine + 1, message });
    }
  }
  for (const [path, text] of wxs) group.addScript(path, withNamedConstructors(withoutScriptSuffixes(text)));
  const code = withMissedTemplates(withShownNull(withConnectedWxs(group.getTmplGenObjectGroups())));
  group.free();
  return { code, faults };
}

// The compiler wants references without suffix; WeChat's sources carry them.
function withoutSuffixes(wxml: string): string {
  return withoutScriptSuffixes(
    wxml.replace(/(<(?:import|include|wxs)\b[^>]*?\bsrc=["'][^"']+?)\.(?:wxml|wxs)(["'])/g, '$1$2'),
  );
}

function withoutScriptSuffixes(script: string): string {
  return script.replace(/(\brequire\(\s*["'][^"']+?)\.wxs(["']\s*\))/g, '$1$2');
}

// In wxs `constructor` is the name of the type, 'Array'; in JavaScript it is the function. [doc: WXS 数据类型]
function withNamedConstructors(script: string): string {
  return script.replace(/\.constructor\b(?!\s*(?:\(|\?|\.|=(?!=)))/g, '.constructor?.name');
}

function withNamedInlineConstructors(wxml: string): string {
  return wxml.replace(
    /(<wxs\b(?:"[^"]*"|'[^']*'|[^"'>])*>)([\s\S]*?)(<\/wxs\s*>)/g,
    (whole, open, script, close) =>
      String(open).endsWith('/>') ? whole : `${open}${withNamedConstructors(script)}${close}`,
  );
}

const markupOrAmpersand =
  /<!--[\s\S]*?-->|<wxs\b(?:"[^"]*"|'[^']*'|[^"'>])*\/>|<wxs\b[\s\S]*?<\/wxs\s*>|<(?:"[^"]*"|'[^']*'|[^"'>])*>|\{\{[\s\S]*?\}\}|&/g;

// WeChat shows `&lt;` as it stands, unless <text decode> makes a sign of it; this compiler would do so everywhere. [measured: wcc]
function literalEntities(wxml: string): string {
  return wxml.replace(markupOrAmpersand, (found) => (found === '&' ? '&amp;' : found));
}

// WeChat writes null as text and leaves out undefined; this compiler leaves out both. [measured: wcc]
function withShownNull(code: string): string {
  return code.replace("return a==null?'':String(a)", "return a===undefined?'':String(a)");
}

// The compiler leaves open who calls wxs functions; host/wxs does.
function withConnectedWxs(code: string): string {
  return code.replace(
    /(\w+)\.setFnFilter\(Q\.A,Q\.B\);if\(typeof \1\.setEventListenerWrapper==='function'\)\1\.setEventListenerWrapper\(Q\.C\);/g,
    'connectWxs($1);',
  );
}

// WeChat names a template that does not exist and draws nothing; this compiler draws nothing silently.
// The words are wcc's [measured], which puts file and line before them; that it counts as an error is ours [guess].
function withMissedTemplates(code: string): string {
  return code.replace(
    /var \$A=I\((\w+)\);/g,
    (found, name: string) => `${found}if(${name}&&!$A)console.error('Template \`'+${name}+'\` not found.');`,
  );
}
