/** What makes a number an amount: 302 元, 24 小时, 2026 年. */
const amounts =
  '(?:[多余来几]户|[多余来几]?(?:[个盏次米元块天只台套根吨年月秒人名条颗张升千万亿处组件度伏瓦兆帕克倍页份笔单批趟支扇樘株棵点分%‰℃]|平方|平米|公[里斤分]|小时|日(?!常)|毫|[kmvw]))';
/** Where anybody may go, and staff work: it may be named, with its floor. */
const common =
  '的?(?:大堂|大厅|门厅|前厅|电梯|楼道|楼梯|走廊|连廊|过道|通道|公共|架空|车库|车棚|水井|电井|管井|管道井|强电|弱电|配电|水泵|泵房|机房|消防|设备|物业|服务中心|客服|办公|前台|门卫|岗亭|屋面|天台|平台|防水|水箱|女儿墙|雨水|外墙|活动室|会议室|值班)';

/** 3栋, A座, 5号楼, 5#; of a lane 5号. */
const building = '(?:\\d{1,3}|[A-Za-z甲乙丙丁])(?:号?[栋幢座]|号楼|号院|#楼?)';
/** 2单元, 东单元, 2门. */
const unit = '(?:\\d{1,2}|[A-Za-z甲乙丙丁东西南北中])(?:单元|[门梯](?=的?\\d))';
const inHouse = `(?:${building}的?(?:${unit})?|${unit}|(?<!\\d|月)\\d{1,3}号(?=\\d{3}))的?`;
const notAmount = `(?!\\d|${amounts}|${common})`;
/** Of a floor and a door: 302, 1201, 3310; not 120, 500. */
const door = '(?:[1-9]|[1-6]\\d)(?:0[1-9]|1[0-9])';

/** Ways to name a home, in a text whose numbers are plain (`plainDigits`) and whose days and times are taken out. */
const homes: readonly RegExp[] = [
  // 5栋302, 5栋1单元的302, A座302, 5号302
  `${inHouse}-?\\d{3,4}(?!户)${notAmount}`,
  // 5栋12E
  `${building}的?(?:${unit})?的?-?\\d{1,2}[A-Ha-h](?![A-Za-z\\d])`,
  // 3栋12楼, 2单元5层, 3栋2单元1号
  `(?:${building}|${unit})(?:${unit})?的?\\d{1,4}(?:[楼层](?!及?以[上下]|[到至-]\\d|${common})|[室房]|号(?!楼|[线泵机门梯阀管表灯口岗主立车库井]|${common}))`,
  // 3栋302户; 3栋120户 are many
  `(?:${building}|${unit})(?:${unit})?的?${door}户`,
  // 2单元3-2
  `${unit}\\d{1,2}-\\d{1,2}(?!\\d)`,
  // 3-2-1201, 3/2/1201, 3.2.1201
  `(?<!\\d|\\d[-/.])\\d{1,3}([-/.#])\\d{1,2}\\1\\d{3,4}(?!\\d|${amounts})`,
  // 5-302, T3-1201, 5#302; GB 27-2012 is a standard, 50-100 毫米 an amount
  `(?<![\\d.]|\\d[-/]|[A-Za-z]{2}|/T)(?:\\d{1,2}|[A-HTa-ht]\\d{0,2})[-/#]${door}(?!\\d|-\\d|${amounts})`,
  // A302; D110 管 is a pipe
  `(?<![A-Za-z\\d-])[A-Ha-h]${door}(?!\\d|[A-Za-z]|的?(?:管|型|钢|级|阀|泵|混凝土|口径|${amounts}))`,
  // 302室, 12-01室, 302号房; 3室2厅 and 水泵房 are none
  `\\d{2,4}(?:室(?!\\d厅)|号?房(?![屋间门型]))(?!${common})`,
  // 302的住户, 302那家, 302家里
  `(?<!\\d)\\d{3,4}号?的?(?:住户|业主|租户|租客|户主|邻居|住家|那[户家]|这[户家]|家里|一家|[男女]主人)`,
  // 楼上1301, 住302, 业主302
  `(?:楼上|楼下|隔壁|对门|对面|邻居|家住|住在|住|业主|住户|租户|户主|租客)的?\\d{3,4}${notAmount}`,
  // 302漏水, 302卫生间
  `(?<![\\d.A-Za-z-])${door}(?:又|再次)?(?:漏|渗|堵|跳闸|停水|断水|停电|返水|重修|返工|复修|卫生间|厨房|阳台|客厅|主卧|次卧|卧室|马桶|地漏|门锁)`,
  // 12楼东户, 顶楼西边那家, 3栋东户
  `(?:\\d{1,2}[楼层]|[顶底][楼层]|单元|[栋幢座]|号楼)的?(?:靠?[东西南北中左右](?:[东西南北边侧面手首])?的?(?:那|这)?1?[户家套]|[东西][边侧]?户|[左右]手边|[那这]1?[户家])`,
  // 东单元顶楼, 3栋顶层
  `(?:单元|${building})的?(?:顶|底|最高|最上面?|最顶上?)1?[楼层](?!${common})`,
].map((pattern) => new RegExp(pattern, 'u'));

/** Days and times: they are written like homes. */
const moments =
  /(?<!\d)20\d\d[-./年]\d{1,2}(?:[-./月]\d{1,2}[日号]?)?(?!\d)|\d{1,2}月\d{1,2}[日号]?|\d{1,2}:\d{2}/gu;

/**
 * Does a text with plain numbers (`plainDigits`) name anybody's home, however it is written: by building and door, by a door alone as homes are
 * numbered, by which side of a floor. A place that is common, an amount and a whole building are none, nor is a floor without its building.
 */
export function namesHome(plain: string): boolean {
  const text = plain.replace(moments, '|');
  return homes.some((home) => home.test(text));
}

/** The door of one home, wherever it stands alone, as no amount: the reporter's own is refused in any words. */
export function namesDoor(plain: string, own: string): boolean {
  return new RegExp(`(?<!\\d)${own}(?!\\d|${amounts})`, 'u').test(plain.replace(moments, '|'));
}
