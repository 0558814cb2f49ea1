package adaptor

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestReadsTheBody(t *testing.T) {
	request := httptest.NewRequest("POST", "/v1/video/generations", strings.NewReader(`{
		"model": "veo31-fast",
		"prompt": "a heron",
		"duration": 4
	}`))
	if _, err := read(request); err != nil {
		t.Fatal(err)
	}
}
