package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpCommandTest {

    @TempDir private Path data;

    @Test
    void neverWipesARunningHouse() throws Exception {
        HouseFiles files = new HouseFiles(data, data.resolve("house"));
        files.prepare();
        Path kept = Files.writeString(files.secret("kept"), "kept");
        try (FileChannel lock =
                        FileChannel.open(
                                files.run("launcher.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var held = lock.lock()) {
            assertThat(held.isValid()).isTrue();

            assertThatThrownBy(
                            () ->
                                    new UpCommand(
                                                    files,
                                                    Map.of(),
                                                    new PrintStream(
                                                            OutputStream.nullOutputStream()))
                                            .run(true))
                    .isInstanceOf(HouseTrouble.class)
                    .hasMessageContaining("is running");
        }
        assertThat(kept).hasContent("kept");
    }
}
