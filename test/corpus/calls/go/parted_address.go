package films

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
)

func film(prompt string) (*http.Response, error) {
	address := url.URL{Scheme: "https", Host: "yunwu.ai", Path: "/v1/video/create"}
	data, err := json.Marshal(map[string]any{"model": "veo3-fast", "prompt": prompt})
	if err != nil {
		return nil, err
	}
	return http.Post(address.String(), "application/json", bytes.NewReader(data))
}
