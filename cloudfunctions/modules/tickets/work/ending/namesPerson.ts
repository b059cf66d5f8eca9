/** What makes a name of any surname: 王师傅. */
const titles =
  '(?:师傅|先生|女士|小姐|阿姨|叔叔|大爷|大妈|大姐|大哥|奶奶|爷爷|老师|经理|主管|主任|队长|班长|同志|老板)';

/** 张工, 张师. Not 张工作, 施工单. */
const trades =
  '(?:工(?![程种具序作人期地艺料时伤单装服牌况资会房区业匠件棚效法位段余费])|师(?![傅资范生门徒]))';
/** Who is called like kin: 张哥, 芳姐. */
const kin = '[哥姐姨叔嫂婶爷弟妹]';
/** 李家桥, 王家湾: where places are called so, a home is not. */
const places =
  '[具电桥湾村庄沟坝山港镇渡园巷路街口店铺坪屯寨河集埠咀嘴滩塘坡岗冲营堡墩渠埭浜角洼窑垭岭岩洲畈坳]';
/** What only people who know each other say, after a surname. Not 李总表. */
const calls = `(?:${trades}|${kin}|总(?![表阀量数管体额计共是结])|家(?!${places})|某|[*×x○]+)`;

/** The commonest surnames that end no word before a title: 施工方师傅, 保安师傅 and 工程经理 are nobody. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟龙黎雷钱汤尹莫';
const compound = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|宇文|长孙|端木|南宫)/u;

/** Words in which a surname or the second half of a name is no name. */
const ordinary =
  /施工|[提最较更升增]高|小范围|小时|小于|小马达|小孔|小高层|小毛病|小龙头|小石|小方[形块]|小黄[灯线]|小白[板线]|老路|[低高大关对由属等处位便用至基鉴终]于|管家|商家|厂家|全家|专家|大家|国家|小周期|老金属|小金属|小金额|[每上下本\d一二两三四五六七八九十]周|[任如为]何|立马|马上|[分秒点]钟|[规示防模]范|园林|[打开钻]孔|[允]许|许可|[感谢多]谢|[防避]雷|[现资]金|[照回兼]顾|[今入]夏|夏季|[收付多]钱|[主开紧扩]张|[加增补]强|强化|平台|水平|公平|小平[台方]|[新改搭扩]建|建设|小超市|小洋楼|大小东西|小东[西门区侧边]|文明|卫生|平安|和平|国庆|春节|阳光|安全|胜利|长期|新年/gu;

/** 姓张的师傅; not 姓名, 老百姓. */
const ofSurname = /(?<!百|同)姓(?![名氏])\p{Script=Han}/u;
/** 阿芳; not 阿姨, nor what is spelled by sound. */
const familiar = /阿(?![姨拉里胶尔斯莫])\p{Script=Han}/u;

/**
 * Does a text without spaces and dashes name somebody: one of `names` (of those concerned and of the staff), the second half of one, one of
 * their surnames as people call each other, any surname with a title or as kin are called, anybody as 阿芳 or 姓张的.
 */
export function namesPerson(text: string, names: readonly string[]): boolean {
  if (names.some((name) => text.includes(name))) return true;
  const parts = names.filter((name) => /^\p{Script=Han}+$/u.test(name)).map(partsOf);
  const givens = [...new Set(parts.map(({ given }) => given))];
  // 文明哥, though 文明 is a word.
  if (givens.some((given) => given.length > 1 && new RegExp(`${given}(?:${titles}|${kin})`, 'u').test(text)))
    return true;
  const plain = text.replace(ordinary, '|');
  if (new RegExp(`[${surnames}](?:${titles}|[哥姐叔嫂婶])`, 'u').test(plain)) return true;
  if (ofSurname.test(plain) || familiar.test(plain)) return true;
  return (
    [...new Set(parts.map(({ surname }) => surname))].some((surname) => isCalled(plain, surname)) ||
    givens.some((given) => isGiven(plain, given))
  );
}

function partsOf(name: string): { readonly surname: string; readonly given: string } {
  const surname = compound.exec(name)?.[0] ?? name.slice(0, 1);
  return { surname, given: name.slice(surname.length) };
}

/** 老张, 小张, 张工, 张*伟, 欧阳, and with a title where the surname is a rarer one. */
function isCalled(text: string, surname: string): boolean {
  if (surname.length > 1 && text.includes(surname)) return true;
  return new RegExp(`[老小阿]${surname}|${surname}(?:${titles}|${calls})`, 'iu').test(text);
}

/** 铁柱 as it stands; its last character, and one that is all of it, as 小伟, 伟哥, 伟师傅. */
function isGiven(text: string, given: string): boolean {
  if (given.length > 1 && text.includes(given)) return true;
  const last = given.slice(-1);
  return (
    last !== '' && new RegExp(`[老小]${last}|${last}(?:${titles}|${trades}|${kin}|[子仔])`, 'u').test(text)
  );
}
