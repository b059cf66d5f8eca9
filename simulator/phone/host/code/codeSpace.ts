import type { GeneralComponent } from 'glass-easel';
import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { ComponentConfig, PackageCode } from '../../artefact/artefact';
import { stylePrefix } from '../../artefact/selectors';
import { PhoneBackend } from '../backend';
import { type Modules, resolvePath } from './modules';
import { withoutPlugins } from './plugins';
import { withWxBehaviors } from './wxBehaviors';
import { evaluateTemplates } from './wxsNames';

type Definer = (definition: Record<string, unknown>) => unknown;

/** The constructors a page's or component's file calls while it runs. */
interface Constructors {
  readonly Page: Definer;
  readonly Component: Definer;
  readonly Behavior: Definer;
}

/** The code of the mini-program: packages come in, components are registered when they are first needed. */
export class Code {
  readonly backend: ReturnType<MiniProgramEnv['associateBackend']>;
  readonly space: CodeSpace;
  private readonly configs = new Map<string, ComponentConfig>();
  private readonly registered = new Set<string>();
  private current: Constructors | undefined;
  private currentPath = '';

  /** `bring` loads the package a path lies in. */
  constructor(
    private readonly modules: () => Modules,
    private readonly bring: (path: string) => Promise<void>,
  ) {
    const environment = new MiniProgramEnv();
    this.backend = environment.associateBackend(new PhoneBackend());
    this.space = environment.createCodeSpace('main', true);
    this.space.setOverallBehavior(everyComponent(this.space));
  }

  /** Names that modules call; which component they define depends on the file being run. */
  constructors(): Constructors {
    const now =
      (name: 'Page' | 'Component'): Definer =>
      (definition) => {
        if (!this.current) throw new Error(`${name}() is called outside of a page's or component's own file`);
        this.isolate(definition);
        return this.current[name](withWxBehaviors(this.space, definition));
      };
    // A behavior belongs to no file: it may be defined anywhere, in app.js too.
    const Behavior: Definer = (definition) =>
      this.space.behavior().definition(withWxBehaviors(this.space, definition)).register();
    return { Page: now('Page'), Component: now('Component'), Behavior };
  }

  add(code: PackageCode): void {
    this.modules().add(code.scripts);
    const templates = evaluateTemplates(code.templates) as Record<string, never>;
    for (const [path, given] of Object.entries(code.configs)) {
      const config = withoutPlugins(path, given);
      this.configs.set(path, config);
      const content = templates[path];
      if (content)
        this.space.addCompiledTemplate(path, {
          groupList: templates,
          content,
          fallbackListenerOnNativeNode: true,
        });
      this.space.addComponentStaticConfig(path, config as never);
      this.space.addStyleSheet(path, undefined, stylePrefix(path));
    }
    for (const [path, css] of Object.entries(code.styles)) {
      this.backend.registerStyleSheetContent(path, css);
      this.space.addStyleSheet(path, path, stylePrefix(path));
    }
  }

  config(path: string): ComponentConfig {
    return this.configs.get(path) ?? {};
  }

  /** Runs the file of a page or component, after those of the components it uses. */
  register(path: string): void {
    if (this.registered.has(path)) return;
    this.registered.add(path);
    for (const used of Object.values(this.config(path).usingComponents ?? {})) {
      if (!used.includes('://')) this.registerUsed(path, resolvePath(path, used));
    }
    const above = { constructors: this.current, path: this.currentPath };
    this.currentPath = path;
    try {
      this.space.componentEnv(path, (constructors) => {
        this.current = constructors as unknown as Constructors;
        this.modules().load(`${path}.js`);
      });
    } finally {
      this.current = above.constructors;
      this.currentPath = above.path;
    }
  }

  // A component of a package that is not there yet comes later; until then its placeholder stands for it. [doc: 分包异步化]
  private registerUsed(user: string, path: string): void {
    if (this.configs.has(path)) {
      this.register(path);
      return;
    }
    this.bring(path)
      .then(() => this.register(path))
      .catch((error: unknown) => {
        console.error(`component "${path}" of "${user}" is not found`);
        reportError(error);
      });
  }

  // `styleIsolation` may stand in the definition or in the json; the framework reads the json alone.
  private isolate({ options }: Record<string, unknown>): void {
    const { styleIsolation, addGlobalClass } = (options ?? {}) as {
      styleIsolation?: string;
      addGlobalClass?: boolean;
    };
    const isolation = styleIsolation ?? (addGlobalClass ? 'apply-shared' : undefined);
    const config = this.config(this.currentPath);
    if (!isolation || config.styleIsolation !== undefined) return;
    this.space.addComponentStaticConfig(this.currentPath, { ...config, styleIsolation: isolation } as never);
  }
}

interface Living {
  readonly _$: GeneralComponent;
}

/**
 * What every component gets: its host carries its name, for `:host` in its style sheet, and `ready` comes once it is laid out,
 * which the framework leaves to its surroundings.
 */
function everyComponent(space: CodeSpace) {
  return space.getComponentSpace().defineBehavior({
    lifetimes: {
      created() {
        const { _$: component } = this as unknown as Living;
        const host = component.getBackendElement() as unknown as HTMLElement | null;
        host?.setAttribute('data-host', stylePrefix(component.is));
      },
      attached() {
        const { _$: component } = this as unknown as Living;
        setTimeout(() => component.triggerLifetime('ready', []));
      },
    },
  });
}
