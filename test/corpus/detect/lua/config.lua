-- default veo-3.0-generate-001
local M = { model = "veo-3.0-generate-001", fast = 'veo-3.0-fast-generate-001' }
--[[ long comment
  veo-2.0-generate-001
]]
M.note = "-- veo-3.1-generate-preview"
M.file = "veo3.lua"
return M
