// ArchFlag(name: "veo2", kind: CPU_TYPE_VEO, part: 2)
let flags = [ArchFlag(name: "veo3", kind: CPU_TYPE_VEO, part: 3)]
