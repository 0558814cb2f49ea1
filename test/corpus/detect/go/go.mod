module example.test/studio/veo3

go 1.24

require (
	example.test/tools/veo3-client v0.2.0
	example.test/tools/mcp-veo3 v1.0.0 // indirect
)
