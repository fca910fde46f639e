package news.cuttings.people;
import java.nio.file.*;import java.util.*;import news.cuttings.story.*;
final class Try { 
 public static void main(String[] a) throws Exception {
  List<String> lines=Files.readAllLines(Path.of("/work/shared/data/edition-pages/000_ac3f8846099123cd.txt"));
  List<Story> page=new ArrayList<>();
  page.add(Story.builder().body(String.join("\n",lines.subList(0,4))).build());
  for(int i=10;i+1<lines.size();i+=2) page.add(Story.builder().headline(lines.get(i)).body(lines.get(i+1).replace("\\\"","\"")).build());
  for(Story s:People.standard().name(page)) System.out.println(s.people());
  if(a.length>0){ String t=Files.readString(Path.of(a[0])); for(String l:t.split("\n")) {Story s=Story.builder().body(l).build(); System.out.println(People.standard().name(List.of(s)).get(0).people()+"   <= "+l);} }
 }}
