extension Chinese {
  /// What happens in a run, why there is no figure, and what changes did.
  static let events: [String: String] = [
    "begins in {}": "在 {1} 开工", "is complete in {}": "在 {1} 建成", "ends in {}": "在 {1} 结束",
    "opens to trains": "开通运营", "opens to trains; it adds to no market potential": "开通运营；未增加市场潜力",
    "began to come to {} earlier; those of before the scenario are left out":
      "此前已开始入驻 {1}；情景开始之前到来的不计", "begins to come to {}": "开始入驻 {1}",
    "has come to {}": "已全部到达 {1}",
    "is admitted to {}": "准入 {1}", "is admitted to {}, phase {}": "准入 {1} 分期 {2}",
    "opens in {}": "在 {1} 投产",
    "is turned away: {}": "未获准入：{1}", "; ": "；",
    "the park is not meant for {}": "园区不接纳 {1} 行业",
    "it uses {} tce for each 10,000 yuan of value added, and {} are the most":
      "万元增加值能耗 {1} 吨标准煤，上限为 {2}",
    "it would pay {} yuan of tax a year on each mu, and {} are the least": "亩均税收每年 {1} 元，下限为 {2} 元",
    "it invests {} yuan on each mu, and {} are the least": "亩均投资 {1} 元，下限为 {2} 元",
    "it would emit {} t of carbon dioxide a year, and {} are the most": "每年排放二氧化碳 {1} 吨，上限为 {2} 吨",
    "waits for its phase": "等候所属分期", "waits: it needs {}, and {}": "等候：需要{1}，{2}",
    "{} ha of land": " {1} 公顷土地", "{} m2 of floor": " {1} 平方米建筑面积", " and ": "和",
    "{} offers no land": "{1} 没有土地", "{} offers no floor": "{1} 没有建筑面积",
    "no phase of {} is as large": "{1} 没有这么大的分期", "none is free yet": "目前没有空余",
    "waits, {} firms in this step: {} has too little land or floor free":
      "等候，本期 {1} 家：{2} 空余土地或建筑面积不足",
    "and {} more: `events years={}`": "另有 {1} 件：`events years={2}`",
    // What changes did.
    "the scenario's span is set": "设定情景起止", "the ensemble is on": "抽样已开启",
    "the ensemble is off": "抽样已关闭",
    "{} kept": "记录 {1}", "{} {} declared": "新增{1} {2}", "{} changed": "修改 {1}",
    "{} changed: {}": "修改 {1}：{2}",
    "{} of {} unset": "取消 {2} 的 {1}", "everything removed": "全部删除",
    "{} renamed to {}": "{1} 更名为 {2}",
    "library {} in use": "采用库 {1}", "source of {} noted": "记下 {1} 的来源", "{} merged": "合并 {1}",
    "firms imported": "导入企业", "numbers calibrated": "校准数字", "comments": "注释",
    "scenario edited": "编辑情景", "statement edited": "编辑语句", "{} opened": "打开 {1}",
    "{} replayed": "执行 {1}",
    "draw {} of branch {}": "分支 {2} 的第 {1} 次抽样",
    "what was here before": "此前的内容", "made from {}": "由 {1} 建立", "the beginning": "起点",
    // Why there is no figure.
    "it is divided by zero": "除数为零", "there is no tax": "没有税收", "there is no value": "没有值",
    "a part of it is undefined": "其中一部分没有值", "it is more than a number can say": "超出可表示的范围",
    "no city is named": "没有写明城市", "there is no park": "没有园区",
    "there is no period before it": "此前没有期间", "it was nothing in the period before": "上期为零",
    "the scenario holds only a part of a year, {}": "情景只含一年的一部分，{1}",
    "there is no whole year": "没有完整年度", "in one of its periods, {}": "其中一期{1}",
    "there is no period": "没有期间",
    "one of its steps has no value": "其中一步没有值",
    "there is no present value at this rate": "按此折现率没有现值",
    "several rates do: {}": "有多个解：{1}", "there is no such period": "没有此期间",
    "it says nothing": "没有内容",
    "`{}` has no such period": "`{1}` 没有此期间", "`{}` has no `{}`": "`{1}` 没有 `{2}`",
    "there is no value for this period": "此期间没有值", "it goes by the age of a firm": "按企业年龄变化",
    "no draw has it": "没有一次抽样有值", "one draw has no spread": "一次抽样没有离散程度",
    "no draw has both": "没有一次抽样两者都有", "no draw has it in both branches": "没有一次抽样在两个分支都有值",
    "it is nothing in `{}`": "在 `{1}` 为零", "branch `{}` does not have it": "分支 `{1}` 没有此项",
    "branch `{}` does not cover the period": "分支 `{1}` 不含此期间",
    "`{}` has no value of {}": "`{1}` 对 {2} 没有值",

    "all flows are zero": "流量全部为零",
    "no rate makes it worth nothing": "没有使净现值为零的折现率",
    "the rate that makes it worth nothing is outside −99 % to 100,000 %":
      "使净现值为零的折现率超出 −99 % 至 100,000 %",
    "not paid back by {}": "到 {1} 止尚未收回",
    "the net present value is zero at {}, and none of them is the return":
      "净现值在 {1} 均为零，均不作为收益率",
    "at no rate from {} to {} is the net present value zero": "折现率从 {1} 到 {2}，净现值均不为零",
    "{} with sunk": "{1}（含沉没成本）", "{}: what is additional": "{1}：新增部分",
    // Where a value comes from.
    "library": "库", "library {}": "库 {1}", "written": "写明", "sector {}": "行业 {1}", "default": "默认",
    "{}{}  ({})": "{1}{2}  （{3}）", ": ": "：", "error": "错误", "warning": "警告", "note": "说明",
    "help": "提示",
  ]
}
