package films

import (
	"bytes"
	"mime/multipart"
	"net/http"
)

// The fields of a form, written into the buffer that is sent.
func film(prompt string) (*http.Response, error) {
	body := &bytes.Buffer{}
	writer := multipart.NewWriter(body)
	writer.WriteField("model", "veo-3.1-fast-fl")
	writer.WriteField("prompt", prompt)
	writer.Close()
	return http.Post("https://api.laozhang.ai/v1/videos", writer.FormDataContentType(), body)
}

// A file that is named after a model.
func keep(clip []byte) (*http.Response, error) {
	kept := &bytes.Buffer{}
	form := multipart.NewWriter(kept)
	part, err := form.CreateFormFile("file", "veo-3.1-fast.mp4")
	if err != nil {
		return nil, err
	}
	part.Write(clip)
	form.Close()
	return http.Post("https://files.example.com/v1/uploads", form.FormDataContentType(), kept)
}
