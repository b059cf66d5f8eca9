/** Only words are looked at, not what is right or wrong about them: for what a person may have chosen as no emergency (B12). */

/** Is a leak or a smell of gas named, or its alarm: in words about gas. What is to be prevented, or is not there, is none. */
export function namesGasLeak(text: string): boolean {
  return leak.test(text.replace(noLeak, ''));
}

const leak =
  /漏(?!水|电|油|斗)|泄|味|臭|嘶|咝|[冒跑窜]气|报警(?!器)|报警器.{0,6}(?:(?<!不|没)响|叫|闪|报警)/u;

/** 不漏, 没有漏气, 防止泄漏, 没味道, 味精: nothing is in the air. */
const noLeak =
  /(?:(?:防止?|避免|以免|免得).{0,2}|(?<!是)不会?|没有?|未|无)(?:泄漏|漏|泄|异味|味道?|臭)气?|趣味|口味|味精|油烟味/gu;

/** Does the lift itself sound or move strangely, in words about a lift: then nobody rides it before somebody has looked. */
export function namesStrangeLift(text: string): boolean {
  const rest = text.replace(notTheLift, '').replace(otherSound, '').replace(otherMovement, '');
  return noise.test(rest) || movement.test(rest);
}

/**
 * Is an emergency in a lift one of what people or animals do in it, and nothing is said of the lift itself, that it stands, holds somebody,
 * moves or burns. Who falls, faints or is sick in a lift may do so because of the lift: that is none.
 */
export function isOfConduct(text: string): boolean {
  return conduct.test(text) && !stopped.test(text.replace(noStop, '')) && !namesStrangeLift(text);
}

const conduct =
  /狗|猫|宠物|抽[着支]?烟|吸烟|烟味|吵架|争吵|吵起来|骂|打人|打架|打起来|玩|撒尿|小便|吐痰|偷|抢|跟踪|骚扰|刀|喝醉|酒鬼|乱按|踢|电动车|电瓶车|传单/u;

const stopped =
  /困|摔|跌|晕|昏|吐(?!痰)|不舒服|喘|流血|踩空|轿厢|井|绳|沉|冲|升|往[上下]|不上|不下|不会动|开不|关不|哭|叫不|卡(?!片|号)|关(?:在|着|了|到|里)|[出下]不[来去]|不动|不走|不开|打不开|停(?:了|住|运|在|电|下)|坏|故障|失灵|没反应|黑了|坠|掉|滑|降|夹|冒烟|火|焦|进水|淌水|灌水|水.{0,3}[进灌淌流]|不平|门缝|求救|救命|救人/u;

/** 关门, 停车, 掉漆: nothing stands still. */
const noStop =
  /掉[漆色皮灰]|打卡|刷卡|门禁卡|停车|(?:灯|广告|屏|按[键钮]|空调|风扇|镜子|地[板砖]|扶手)[^，。；！、]{0,4}(?:坏|掉|黑|不动|失灵|没反应)/gu;

const noise = /(?<!不|没)响|噪|异[音声]|怪[声音]|声音|动静|吱|咯|哐|咣|嘎|轰|嗡|咚|砰|咔|怪怪/u;

const movement =
  /抖|晃|震|颤|颠|弹跳|跳了?[一两几]下|一顿|顿[一了]|坠|下滑|溜|冲顶|蹲底|急停|急降|急坠|[忽时][上快高][忽时][下慢低]|自己(?:上|下|动|跑)|[上掉]了?一[截层大]|掉了?[两二三几]层|往下[掉沉]|超速|失控|速度.{0,3}(?:快|不对|不稳)|钢丝绳|平层.{0,3}(?:差|不准|高|低)|一开一合|停在.{0,4}(?:中间|之间)|运行异常|不平层|门不关|开着门.{0,2}[走跑升降运]|门.{0,6}夹|夹(?:[到住了着伤人手脚腿头包我]|孩|娃|老人)/u;

/** 影响 sounds of nothing; a smell is no noise. */
const notTheLift =
  /影响|响应|反响|地震|晃眼|[溜遛]狗|溜达|声控|声音?(?:很|都|也)?正常|夹层|夹克|(?:味|气)道?.{0,6}怪+的?|奇?怪味/gu;

/** What hangs in a lift or is done in it, with the noise it makes; up to the next comma. */
const otherSound =
  /(?:广告|音乐|电视|喇叭|播报|报站|语音|提示音|对讲|电话|警铃|铃|手机|风扇|风机|空调|通风|换气扇|按键|按钮|屏|灯|说话|聊天|吵架|唱歌|小孩|孩子|装修|搬家|狗叫?)[^，。；！、]{0,8}?(?:响声|声响|响|噪声|噪音|声音|嗡+|咯吱|吱+)[^，。；！、]{0,3}/gu;

const otherMovement =
  /(?:扶手|镜子?|广告[牌框]?|贴纸|地毯|地垫|屏幕?|灯)[^，。；！、]{0,5}(?:抖|晃|震|颤)动?/gu;
