# Builds the application and puts it on a Java without a compiler. Used by docker-compose.yml.
FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -q package -DskipTests -Dspotless.check.skip=true -pl ledger-api -am \
    && cp ledger-api/target/ledger-api-*-exec.jar ledger.jar \
    && java -Djarmode=tools -jar ledger.jar extract --destination unpacked

FROM eclipse-temurin:25-jre-noble
# PostgreSQL refuses root, and nothing here needs it.
RUN useradd --system --uid 10001 --user-group --home-dir /data --create-home ledger
# Unpacked, as the launcher does it: requests that load classes out of jars within a jar can stop each other for ever.
COPY --from=build /build/unpacked /opt/aidledger
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
# Three fifths of the container's memory for the heap; the rest is for threads, the network and the class space. The other options
# are the launcher's, which says why.
ENTRYPOINT ["java", "-XX:+UseG1GC", "-XX:MaxRAMPercentage=60", "-XX:MinHeapFreeRatio=80", "-XX:MaxHeapFreeRatio=90", \
    "-XX:-G1UseAdaptiveIHOP", "-XX:MetaspaceSize=128m", "-XX:+ExitOnOutOfMemoryError", \
    "-Djdk.pollerMode=1", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", \
    "-jar", "/opt/aidledger/ledger.jar"]
CMD ["serve", "--data", "/data"]
