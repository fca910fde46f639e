package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import news.cuttings.cluster.ClusterIndex;
import news.cuttings.cluster.ClusterOptions;
import news.cuttings.cluster.Credentials;
import news.cuttings.cluster.FakeNode;
import news.cuttings.formats.Problem;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.people.Aliases;
import news.cuttings.people.PageGrouper;
import news.cuttings.people.People;
import news.cuttings.people.Recogniser;
import news.cuttings.query.Facets;
import news.cuttings.query.Like;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results;
import news.cuttings.query.Snippet;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Field;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Origin;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever hands over null where something must be is told where, by the parameter's name. */
class NullsTest {
  private static final List<String> PACKAGES =
      Stream.of("", ".story", ".query", ".ranking", ".formats", ".people", ".cluster")
          .map(name -> "news.cuttings" + name)
          .toList();

  /** Those that callers make. */
  private static final Set<Class<?>> LEFT_OUT =
      Set.of(Sink.class, Recogniser.class, PageGrouper.Pages.class);

  private static final String NO_INDEX =
      "{\"error\":{\"type\":\"index_not_found_exception\"},\"status\":404}";

  @TempDir private Path folder;

  private static List<Object> samples(Path folder) throws IOException, NoSuchAlgorithmException {
    Origin origin = Origin.of("a.txt", null, 1);
    Results.Total total = new Results.Total(0, true);
    return List.of(
        "text",
        1,
        1L,
        0.5,
        1f,
        true,
        List.of(),
        Map.of(),
        Optional.empty(),
        LocalDate.of(2023, 12, 1),
        Duration.ofDays(1),
        folder,
        StandardCharsets.UTF_8,
        InputStream.nullInputStream(),
        URI.create("http://localhost:1/index"),
        SSLContext.getDefault(),
        origin,
        Story.builder(),
        Story.builder().headline("Gravel").body("Bonds were sold.").build(),
        Person.given("Ann Lee"),
        new Clause.Word(Field.ALL, "gravel"),
        new Clause.Group(List.of()),
        StoryQuery.words("gravel"),
        Like.id("a"),
        Facets.NONE,
        total,
        Results.Warning.of(Results.Warning.Kind.CUT, "mind"),
        new Results(List.of(), "", List.of(), total, Facets.NONE, Duration.ZERO),
        new NamedPerson("Ann Lee", 1, List.of(), null, null),
        new Snippet("text", List.of()),
        StoryFiles.byContent(),
        new Problem(origin, "kind", "message"),
        People.standard(),
        Aliases.parse("", "none"),
        new PageGrouper(page -> {}),
        RankingOptions.DEFAULT,
        ClusterOptions.standard(),
        Credentials.of("user", "password"));
  }

  @Test
  void whereNothingMayBeNullItsNameIsTold() throws IOException, NoSuchAlgorithmException {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    try (FakeNode node =
            new FakeNode((exchange, path) -> FakeNode.answer(exchange, 404, NO_INDEX));
        StoryIndex far = ClusterIndex.connect(node.address());
        StoryIndex memory = StoryIndex.inMemory();
        StoryIndex local = StoryIndex.open(folder)) {
      List<Object> samples = new ArrayList<>(samples(folder.resolve("other")));
      samples.addAll(List.of(far, memory, local, memory.people(StoryQuery.everything(), 1)));
      for (Executable each : executables()) {
        List<Object> receivers =
            samples.stream().filter(each.getDeclaringClass()::isInstance).toList();
        boolean isBound = each instanceof Method && !Modifier.isStatic(each.getModifiers());
        for (Object on : isBound ? receivers : List.of("nobody")) {
          tried += nulls(each, on, samples, wrong);
        }
      }
    }
    assertThat(String.join("\n", wrong)).isEmpty();
    assertThat(tried).isGreaterThan(200);
  }

  /** Everything that can be called from elsewhere. */
  private static List<Executable> executables() {
    return new ClassFileImporter()
        .importPackages(PACKAGES).stream()
            .filter(type -> PACKAGES.contains(type.getPackageName()))
            .map(JavaClass::reflect)
            .filter(NullsTest::isOpen)
            .flatMap(type -> Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods()))
            .flatMap(Stream::of)
            .filter(each -> Modifier.isPublic(each.getModifiers()) && !each.isSynthetic())
            .filter(each -> !each.getName().equals("equals") && !each.getName().equals("valueOf"))
            .toList();
  }

  private static boolean isOfMain(Class<?> type) {
    CodeSource main = StoryIndex.class.getProtectionDomain().getCodeSource();
    return main.equals(type.getProtectionDomain().getCodeSource());
  }

  /** An exception may be without a message, as Java's are. */
  private static boolean isOpen(Class<?> type) {
    boolean isOpen =
        isOfMain(type) && !LEFT_OUT.contains(type) && !Throwable.class.isAssignableFrom(type);
    for (Class<?> each = type; each != null; each = each.getDeclaringClass()) {
      isOpen &= Modifier.isPublic(each.getModifiers());
    }
    return isOpen;
  }

  /**
   * Calls it with null for each parameter in turn that may not be null; gives how many they are.
   */
  private static int nulls(
      Executable called, Object on, Collection<?> samples, List<String> wrong) {
    Parameter[] parameters = called.getParameters();
    int tried = 0;
    for (int i = 0; i < parameters.length; i++) {
      if (!parameters[i].getType().isPrimitive()
          && !parameters[i].getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        @Nullable Object[] given = new @Nullable Object[parameters.length];
        for (int j = 0; j < given.length; j++) {
          given[j] = i == j ? null : sample(parameters[j].getType(), samples);
        }
        tried++;
        String ended = ended(called, on, given);
        if (!ended.equals("NullPointerException: " + parameters[i].getName())) {
          wrong.add(called + " without " + parameters[i].getName() + ": " + ended);
        }
      }
    }
    return tried;
  }

  private static String ended(Executable called, Object on, @Nullable Object[] given) {
    try {
      if (called instanceof Constructor<?> constructor) {
        constructor.newInstance(given);
      } else {
        ((Method) called).invoke(on, given);
      }
      return "taken";
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getTargetException();
      return thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    } catch (ReflectiveOperationException e) {
      return "could not be called: " + e;
    }
  }

  private static Object sample(Class<?> type, Collection<?> samples) {
    Class<?> wanted = MethodType.methodType(type).wrap().returnType();
    for (Object sample : samples) {
      if (wanted.isInstance(sample)) {
        return sample;
      }
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return Proxy.newProxyInstance( // whatever is called back
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, with) -> null);
  }
}
