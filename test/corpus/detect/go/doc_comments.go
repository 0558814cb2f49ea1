// Package studio sends "veo3_fast" unless told otherwise. Its binary `veo3` needs no flags.
package studio

import (
	"example.com/studio/veo3"
)

// model: veo3.1-fast
var client = veo3.New()
