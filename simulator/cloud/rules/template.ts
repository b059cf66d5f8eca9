import type { Expression as JsepExpression, default as jsepModule } from 'jsep';

/** A text with values in it, as `get()` takes its path: `` `database.room.${doc._id}` ``. */
export interface TemplateNode extends JsepExpression {
  type: 'TemplateLiteral';
  texts: string[];
  expressions: JsepExpression[];
}

const backtick = 96;
const closingBrace = 125;

/** Teaches the parser template literals, the one thing of the rules language it does not know itself. */
export function addTemplateLiterals(parser: typeof jsepModule): void {
  parser.hooks.add('gobble-token', function readTemplate(env) {
    if (this.code !== backtick) return;
    const node: TemplateNode = { type: 'TemplateLiteral', texts: [], expressions: [] };
    let text = '';
    this.index += 1;
    while (this.code !== backtick) {
      if (this.index >= this.expr.length) this.throwError('Unclosed `');
      if (this.expr.startsWith('${', this.index)) {
        this.index += 2;
        const [inner, ...others] = this.gobbleExpressions(closingBrace);
        if (!inner || others.length > 0 || this.code !== closingBrace) this.throwError('Unclosed ${');
        node.texts.push(text);
        node.expressions.push(inner);
        text = '';
      } else {
        text += this.expr[this.index];
      }
      this.index += 1;
    }
    this.index += 1;
    node.texts.push(text);
    env.node = node;
  });
}
