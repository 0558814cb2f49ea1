defmodule Studio.Veo3.Worker do
  # veo-2.0-generate-001 stays for old jobs
  @default "veo-3.1-generate-001"
  @models ["veo-3.0-generate-001", "veo-3.0-fast-generate-001"]

  def endpoint(:fal), do: "https://queue.fal.run/fal-ai/veo3"
  def endpoint(:veo3_fast), do: nil
  def body(prompt), do: %{model: "veo3_fast", prompt: prompt <> "#1"}
  def models, do: [@default | @models]
end
