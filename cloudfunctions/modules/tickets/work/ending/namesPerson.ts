/** What makes a name of any surname: 王师傅. */
const titles =
  '(?:师傅|先生|女士|小姐|阿姨|叔叔|大爷|大妈|大姐|大哥|奶奶|爷爷|老师|经理|主管|主任|队长|班长|同志|老板)';

/** What only people who know each other say, after a surname: 张工, 张哥, 李家. Not 张工作, 李总表. */
const calls =
  '(?:工(?![程种具序作人期地艺料时伤])|总(?![表阀量数管体额计共是结])|家(?![具电])|[哥姐姨叔嫂婶爷某]|[*×x○]+)';

/** The commonest surnames that end no word before a title: 施工方师傅, 保安师傅 and 工程经理 are nobody. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟龙黎雷钱汤尹莫';

/** Words in which a surname is no name. */
const ordinary =
  /施工|[提最较更升]高|小范围|小时|小于|小马达|小孔|小高层|小毛病|小龙头|小石|小方[形块]|小黄[灯线]|小白[板线]|老路|低于|高于|大于|管家|商家|厂家|全家|专家|大家|国家|小周期|老金属|小金属|小金额/gu;

/**
 * Does a text without spaces and dashes name somebody: one of `names` (of those concerned and of the staff), one of their surnames as people
 * call each other, any surname with a title.
 */
export function namesPerson(text: string, names: readonly string[]): boolean {
  if (names.some((name) => text.includes(name))) return true;
  if (new RegExp(`[${surnames}]${titles}`, 'u').test(text)) return true;
  const plain = text.replace(ordinary, '|');
  return [...new Set(names.map(([first = '']) => first))]
    .filter((first) => /^\p{Script=Han}$/u.test(first))
    .some((first) => isCalled(plain, first));
}

/** 老张, 小张, 张工, 张*伟, and with a title where the surname is a rarer one. */
function isCalled(text: string, surname: string): boolean {
  return new RegExp(`[老小阿]${surname}|${surname}(?:${titles}|${calls})`, 'iu').test(text);
}
