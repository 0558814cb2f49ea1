text = "# not a comment: veo-3.0-generate-001"
block = '''
# inside a string: veo-3.0-fast-generate-001
'''
digest = "9f1veo3c0ffee7veo-3a"  # base64: dmVvLTMuMC1nZW5lcmF0ZS0wMDE=
token = "sk-veo3_fast-9aQx"
blob = "AAAAveo31bbVeo3CCveo-3ddd+/veo3=="
longer = "myveo-3.0-generate-0012"
joined = "gemini-veo-3.1-generate-preview-8s"
pair = ("veo-3.0-generate-001,veo-3.0-fast-generate-001", 'veo-2.0-generate-001;veo-3.1-generate-001')
quoted = 'say \'veo-3.0-generate-001\' twice'
