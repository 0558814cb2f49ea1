package films

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

type Relay struct {
	base string
}

// Film asks a service of the same house, whose task is named after its model.
func (r *Relay) Film(prompt string, seconds int) (*http.Response, error) {
	payload := map[string]interface{}{
		"prompt":    prompt,
		"duration":  seconds,
		"ratio":     "16:9",
		"task_type": "veo3",
	}
	data, err := json.Marshal(payload)
	if err != nil {
		return nil, err
	}
	return http.Post(fmt.Sprintf("%s/generate", r.base), "application/json", bytes.NewBuffer(data))
}

// Queue keeps a task for later: its type is the job's, and a film is only asked for once it runs.
func (r *Relay) Queue(user string) (*http.Response, error) {
	data, err := json.Marshal(map[string]interface{}{"user": user, "task_type": "veo3_export"})
	if err != nil {
		return nil, err
	}
	return http.Post(fmt.Sprintf("%s/queue", r.base), "application/json", bytes.NewBuffer(data))
}
