package dev.broadsheet.topics.teacher;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.broadsheet.topics.train.SentenceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * all-MiniLM-L6-v2, quantised, as LangChain4j's jar carries it: the mean of the token vectors. One
 * thread of the machine, so that results do not depend on how many it has.
 */
public final class MiniLmEncoder implements SentenceEncoder {

  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
  private static final Map<String, String> OPTIONS =
      Map.of(
          "padding", "false", "truncation", "true", "maxLength", "128", "modelMaxLength", "512");

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  /** Loads the model from the class path. */
  public MiniLmEncoder() {
    try (InputStream model = MiniLmEncoder.class.getResourceAsStream(MODEL);
        InputStream words = MiniLmEncoder.class.getResourceAsStream(TOKENIZER);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(model.readAllBytes(), options);
      tokenizer = HuggingFaceTokenizer.newInstance(words, OPTIONS);
    } catch (IOException e) {
      throw new UncheckedIOException("The sentence encoder " + MODEL + " cannot be read.", e);
    } catch (OrtException e) {
      throw new IllegalStateException("The sentence encoder " + MODEL + " does not start.", e);
    }
  }

  @Override
  public String name() {
    return "all-MiniLM-L6-v2, quantised";
  }

  @Override
  public float[] encode(String text) {
    Encoding encoding = tokenizer.encode(text, true, false);
    try (OnnxTensor ids = tensor(encoding.getIds());
        OnnxTensor mask = tensor(encoding.getAttentionMask());
        OnnxTensor types = tensor(encoding.getTypeIds());
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      return unitMean(((float[][][]) result.get(0).getValue())[0]);
    } catch (OrtException e) {
      throw new IllegalStateException("The sentence encoder failed on: " + text, e);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static float[] unitMean(float[][] tokens) {
    float[] mean = new float[tokens[0].length];
    double squares = 0;
    for (int i = 0; i < mean.length; i++) {
      for (float[] token : tokens) {
        mean[i] += token[i];
      }
      squares += mean[i] * mean[i];
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < mean.length; i++) {
      mean[i] *= scale;
    }
    return mean;
  }
}
