using static SecurityReview.Analyzers.Tests.Taint.Robustness.HostileCode;

namespace SecurityReview.Analyzers.Tests.Taint.Robustness;

/// <summary>Many methods, types and members that refer to each other; the sink is in one and the source in another.</summary>
public class HostileProgramTests
{
    private const int Many = 3_000;

    /// <summary>What calls in circles is solved many times over.</summary>
    private const int Cyclic = 1_500;

    /// <summary>As many implementations as a call of an interface is followed to.</summary>
    private const int Binders = 22;

    [Fact]
    public Task MutuallyRecursiveMethods_End() => EndsAsync(Controller(
        "M0(name, 9);",
        Repeat(Cyclic, i => $"string M{i}(string s, int n) {{ if (n == 0) {{ {(i == Cyclic - 1 ? "connection.Query(s);" : "")} return s; }} var a = M{(i + 1) % Cyclic}(s, n - 1); var b = M{(i * 7 + 3) % Cyclic}(a, n - 1);"
            + $"{(i % 2 == 0 ? $" b = M{(i * 13 + 5) % Cyclic}(b, n - 1);" : "")} return a + b; }}\n")));

    [Fact]
    public Task ChainOfCalls_Ends() => IsFoundAsync(Controller(
        "M0(name);", Repeat(Many, i => i == Many - 1 ? $"void M{i}(string s) {{ connection.Query(s); }}\n" : $"void M{i}(string s) {{ M{i + 1}(s); }}\n")));

    [Fact]
    public Task ChainOfCallsThatChangeTheValue_Ends() => EndsAsync(Controller(
        "M0(name);", Repeat(Many, i => i == Many - 1 ? $"void M{i}(string s) {{ connection.Query(s); }}\n" : $"void M{i}(string s) {{ M{i + 1}(s + {i}); }}\n")));

    /// <summary>Each layer calls the delegate in twice as many ways as the one below.</summary>
    [Fact]
    public Task DelegateThroughLayersOfCalls_IsFound() => IsFoundAsync(Controller(
        "L24((text, _) => connection.Query(text), name);",
        "void L0(Action<string, string> apply, string s) { apply(s, \"a\"); apply(s, \"b\"); }\n" + Repeat(24, i =>
            $"void L{i + 1}(Action<string, string> apply, string s) {{ L{i}(apply, s + {i}); L{i}(apply, {i} + s); }}\n")));

    [Fact]
    public Task ChainOfReturns_Ends() => IsFoundAsync(Controller(
        "connection.Query(M0(name));", Repeat(Many, i => i == Many - 1 ? $"string M{i}(string s) => s;\n" : $"string M{i}(string s) => M{i + 1}(s) + \"{i}\";\n")));

    [Fact]
    public Task ChainWithTheSourceFarBelow_Ends() => IsFoundAsync(Controller(
        "connection.Query(M0());", Repeat(Many, i => i == Many - 1 ? $"string M{i}() => Request.Query[\"q\"];\n" : $"string M{i}() => M{i + 1}();\n")));

    [Fact]
    public Task CycleThroughAnInterface_Ends() => EndsAsync(Controller(
        "new C0().Step(name, connection, 3);",
        types: "public interface IStep { string Step(string s, System.Data.IDbConnection c, int n); }\n" + Repeat(Cyclic, i =>
            $"public class C{i} : IStep {{ IStep next = new C{(i + 1) % Cyclic}(); public string Step(string s, System.Data.IDbConnection c, int n) {{ {(i == 0 ? "c.Query(s);" : "")} return n == 0 ? s : next.Step(s + {i}, c, n - 1); }} }}\n")));

    /// <summary>As model binders do it: one that asks all others, each of which asks that one again for its parts, in objects made for it.</summary>
    [Fact]
    public Task BindersOfPartsByEachOther_AreFollowed() => IsFoundAsync(Controller(
        $"var all = new Composite(); {Repeat(Binders, i => $"all.Binders.Add(new Binder{i}()); ")} connection.Query(all.Bind(new Context {{ Name = name, Node = new Node {{ Key = name }} }}));",
        types: Composite + Repeat(Binders, i => $$"""
            public class Binder{{i}} : IBinder {
                public string Bind(Context context) {
                    var node = new Node { Key = "{{i}}" + context.Name, Parent = context.Node, Read = () => context.Name };
                    var inner = new Context { Name = context.Name, Node = node, Outer = context, All = context.All, Describe = found => found.Read() + found.Parent.Key };
                    var first = context.All.Bind(inner);
                    inner.Found.Add(node);
                    var second = Again(new Context { Name = first, Node = context.Outer.Node, Outer = inner, All = context.All, Describe = inner.Describe });
                    node.Children.AddRange(context.Found);
                    context.Found.Add(node);
                    return first == null ? second : inner.Describe(node) + second;
                }
                string Again(Context context) { var text = context.All.Bind(context); context.Found.Add(new Node { Key = text, Read = () => text, Parent = context.Node }); return text; }
            }

            """)));

    /// <summary>As loggers do it that are exchanged while they are used: each holds others of its kind, and there are as many objects as ways through them.</summary>
    [Fact]
    public Task ProxiesThatHoldEachOther_AreFollowed() => IsFoundAsync(Controller(
        "var log = new Caching(new Reloading(), new Writing()); log.Write(1, name, name); connection.Query(log.Last(name));",
        types: """
            public interface ILog { void Write(int level, string text, object value); string Last(string text); }
            public class Writing : ILog { string last; public void Write(int level, string text, object value) { last = text + value; } public string Last(string text) => text + last; }
            public class Caching : ILog {
                ILog root; ILog cached; Reloading reloading; bool frozen; Caching outer; Caching left; ILog right;
                public Caching(Reloading reloading, ILog root) { this.reloading = reloading; this.root = root; cached = root; outer = this; }
                public void Write(int level, string text, object value) {
                    if (frozen) cached.Write(level, text, value);
                    else if (reloading.Invoke(root, cached, this, level, text, value, out var newRoot, out var newCached, out var isFrozen)) Update(newRoot, newCached, isFrozen);
                }
                public string Last(string text) { if (frozen) return cached.Last(text); reloading.Reload(root, out root, out cached, out frozen); return outer.cached.Last(text) + root.Last(text) + left.Last(text) + right.Last(text); }
                public void Update(ILog newRoot, ILog newCached, bool isFrozen) { root = newRoot; cached = newCached; frozen = isFrozen; outer = (Caching)newCached; left = outer; right = left.cached; }
                public ILog Fresh(ILog given) { cached = given; return new Caching(reloading, given) { outer = this }; }
            }
            public class Reloading : ILog {
                readonly object sync = new object(); ILog logger; bool frozen; Caching first; Reloading before;
                public void Write(int level, string text, object value) { if (frozen) { logger.Write(level, text, value); return; } lock (sync) { logger.Write(level, text, value); before.Write(level, text, first); } }
                public string Last(string text) { lock (sync) { return logger.Last(text) + before.Last(text); } }
                public void Reload(ILog root, out ILog newRoot, out ILog newCached, out bool isFrozen) { newRoot = logger; newCached = first.Fresh(root); isFrozen = frozen; first.Update(root, newCached, frozen); }
                public bool Invoke(ILog root, ILog cached, Caching caller, int level, string text, object value, out ILog newRoot, out ILog newCached, out bool isFrozen) {
                    if (frozen) { var (log, result) = UpdateFor(root, cached, caller, out newRoot, out newCached, out isFrozen); log.Write(level, text, value); return result; }
                    lock (sync) { var (log, result) = UpdateFor(root, cached, caller, out newRoot, out newCached, out isFrozen); log.Write(level, text, value); before.Write(level, text, value); return result; }
                }
                (ILog, bool) UpdateFor(ILog root, ILog cached, Caching caller, out ILog newRoot, out ILog newCached, out bool isFrozen) {
                    if (frozen) { newRoot = logger; newCached = caller.Fresh(logger); isFrozen = true; return (newCached, true); }
                    if (cached != null && root == logger) { newRoot = logger; newCached = cached; isFrozen = frozen; return (cached, false); }
                    newRoot = logger; newCached = caller.Fresh(logger); isFrozen = false; first = caller; return (newCached, true);
                }
            }
            """));

    [Fact]
    public Task ImplementationsOfOneInterface_End() => IsFoundAsync(Controller(
        "IText text = name.Length > 3 ? new T0() : new T1(); connection.Query(text.Of(name));",
        types: "public interface IText { string Of(string s); }\n" + Repeat(300, i => $"public class T{i} : IText {{ public string Of(string s) => s + \"{i}\"; }}\n")));

    [Fact]
    public Task CallersOfOneWrapper_End() => EndsAsync(Controller(
        "M0(name);", "void Run(string sql) => connection.Query(sql);\n" + Repeat(Many, i => $"public void M{i}(string s) {{ Run(\"SELECT {i} \" + s); }}\n")));

    [Fact]
    public Task Fields_End() => IsFoundAsync(Controller(
        "f0 = name; " + Repeat(2_999, i => $"f{i + 1} = f{i};\n") + "connection.Query(f2999);", Repeat(Many, i => $"string f{i} = \"\";\n")));

    [Fact]
    public Task FieldsWrittenFromEachOther_End() => EndsAsync(Controller(
        "f0 = name; connection.Query(f1);", Repeat(Many, i => $"string f{i} = \"\"; public void W{i}() {{ f{i} = f{(i + 1) % Many} + f{(i * 7 + 1) % Many}; }}\n")));

    [Fact]
    public Task Overloads_End() => IsFoundAsync(Controller(
        "Run(name, new P17());", Repeat(500, i => $"void Run(string s, P{i} p) {{ connection.Query(s); }}\n"), Repeat(500, i => $"public class P{i};\n")));

    [Fact]
    public Task DeepObjects_End() => EndsAsync(Controller(
        $"var n = new N0(); n{Repeat(200, i => $".P{i}")}.Text = name; connection.Query(n{Repeat(200, i => $".P{i}")}.Text);",
        types: Repeat(201, i => $"public class N{i} {{ public string Text {{ get; set; }} public N{Math.Min(i + 1, 200)} P{i} {{ get; set; }} = null; }}\n")));

    [Fact]
    public Task ListsOfThemselves_End() => IsFoundAsync(Controller(
        "var node = new Node { Text = \"x\" }; while (node.Next != null) { node.Next = new Node { Text = node.Text + name, Next = node }; node = node.Next.Next; } connection.Query(node.Next.Next.Next.Text);",
        types: "public class Node { public string Text; public Node Next; }"));

    [Fact]
    public Task GenericsOfThemselves_End() => EndsAsync(Controller(
        "connection.Query(new Box<string>().Wrap(name, 5));",
        types: "public class Self<T> where T : Self<T> { }\npublic class Leaf : Self<Leaf> { }\n"
            + "public class Box<T> { public string Wrap(string s, int n) => n == 0 ? s : new Box<Box<T>>().Wrap(s + typeof(T).Name, n - 1); }"));

    [Fact]
    public Task BaseClasses_End() => IsFoundAsync(Controller(
        "new B199().Run(name, connection);",
        types: "public class B0 { public virtual void Run(string s, System.Data.IDbConnection c) { c.Query(s); } }\n"
            + Repeat(199, i => $"public class B{i + 1} : B{i} {{ public override void Run(string s, System.Data.IDbConnection c) {{ base.Run(s + {i}, c); }} }}\n")));

    private const string Composite = """
        public class Node { public string Key = ""; public List<Node> Children = new List<Node>(); public Func<string> Read; public Node Parent; }
        public class Context { public string Name; public Node Node; public Context Outer; public List<Node> Found = new List<Node>(); public Composite All; public Func<Node, string> Describe; }
        public interface IBinder { string Bind(Context context); }
        public class Composite : IBinder {
            public List<IBinder> Binders = new List<IBinder>();
            public string Bind(Context context) {
                var made = new Context { Name = context.Name, Node = context.Node, Outer = context, All = this, Describe = node => node.Key + context.Name };
                foreach (var binder in Binders) { var text = binder.Bind(made); if (text != null) { context.Found.AddRange(made.Found); return text; } }
                return TryAgain(new Context { Name = context.Name + ".", Outer = made, All = this, Node = new Node { Parent = made.Node, Read = () => made.Name } });
            }
            string TryAgain(Context context) { foreach (var binder in Binders) { var text = binder.Bind(context); if (text != null) return text; } return context.Describe(context.Node); }
        }

        """;
}
