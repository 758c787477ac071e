namespace Todos;

/// <summary>
/// Keeps the TODO list.
/// </summary>
public class Bad
{
    // next SECR5001
    // TODO: handle null
    private int a;
    // next SECR5001
    // todo: rename this
    private int b;
    // next SECR5001
    //TODO remove old code path
    private int c;
    // next SECR5001
    // FIXME this breaks on Mondays
    private int d;
    // next SECR5001
    // HACK: works around driver
    private int e;
    // next SECR5001
    // XXX dirty
    private int f;
    // next SECR5001
    /* TODO: block one-liner */
    private int g;
    /*
     * Loads the thing.
     // next SECR5001
     * TODO: retries
     */
    private int h;
    // next SECR5001
    /// TODO: document me properly
    private int i;
    // next SECR5001
    /// <summary>TODO: describe</summary>
    public int J;
    // next SECR5001
    private int k; // TODO: drop k
    // next SECR5001
    // Todo: mixed case
    private int l;
    // next SECR5001
    // BUG: off by one
    private int m;
    // next SECR5001
    // LATER: paging
    private int n;
    // next SECR5001
    // TODO - dash style
    private int o;
    // next SECR5001
    // TODO(): empty owner
    private int p;
    // next SECR5001
    // TODO
    private int q;
    // next SECR5001
    // TODO: decode UTF-8 and SHA-256 per RFC-7519
    private int r;
    // next SECR5001
    // TODO!!! urgent
    private int s;
    // next SECR5001
    // TODO?? really
    private int t;
    // next SECR5001
    //     TODO: indented commented
    private int u;
    // next SECR5001
    // TODO: see ISO-8601 dates
    private int v;
    // next SECR5001
    // fixme: lower case
    private int w;
    // next SECR5001
    /** FIXME: java style */
    private int x;
    // next SECR5001
    // TODO, clean up
    private int y;
    // TODO/FIXME unify both
    private int z;

    #region R
    public void M()
    {
        var list = new[]
        {
            1,
            // next SECR5001
            2, // TODO: third value
        };
        // next SECR5001
        Call(/* TODO: real value */ 5);
        if (a > 0)
        {
            // next SECR5001
            // TODO: implement me
        }
        // next SECR5002
        // TODO: [security] no ticket yet
        a = b + c + d + e + f + g + h + i + k + l + m + n + o + p + q + r + s + t + u + v + w + x + y + z + list[0];
    }
    #endregion
    private void Call(int x) { }
}

public class Good
{
    // TODO(alice): handle null
    private int a;
    // TODO: #123 handle null
    private int b;
    // TODO ABC-123: handle null
    private int c;
    // TODO: see https://github.com/x/y/issues/1
    private int d;
    // TODO @bob clean up
    private int e;
    // todo list items are loaded lazily
    private int f;
    // todoList is never null
    private int g;
    // TODOs are tracked in Jira
    private int h;
    // The TODO marker is parsed by the scanner
    private int i;
    // hacker news feed
    private int j;
    // Hack the planet (movie title)
    private int k;
    // XXX-large shirts have their own size table
    private int l;
    // BUG-4711: fixed in 2.1, kept for the record
    private int m;
    // Later we call Save
    private int n;
    // later, no: see below
    private int n2;
    // es sobre todo importante que no sea null
    private int o;
    // Todo el mundo puede leer esto
    private int p;
    // XXXL and XXXS sizes
    private int q;
    // bug fixes go to the release notes
    private int r;
    // Bugs: none known
    private int s;
    // DEBUG only
    private int t;
    // TODO_LIST is the key of the cache
    private int u;
    private readonly string v = "// TODO: not a comment";
    private readonly string w = @"
        // TODO: still not a comment
        /* FIXME */";
    private readonly string x = """
        // TODO: raw
        """;
    // ToDoItem maps to the table
    private int y;
    // next SECR5001
    // TODO (carol) with a space
    private int z;
    // FIXME(dave): something
    private int aa;
    // HACK PROJ-9 remove after migration
    private int ab;
    // TODO: GH-12 something
    private int ac;
    // TODO: (AB#1234) Azure Boards
    private int ad;
    /// <summary>The TODO column.</summary>
    public int Ae;
    /// <summary>TODO(erin): describe</summary>
    public int Af;
    // todos: list of items
    private int ag;
    // TODO: [JIRA-77] bracketed
    private int ah;
    // "TODO" is what we look for
    private int ai;
    // <TODO> is a tag in the template
    private int aj;
    // XXX.XXX.XXX.XXX is how addresses are masked
    private int ak;
    // XXX-XX-1234 is the masked format
    private int al;
    // XXXX-XXXX-1234 too
    private int am;
    // LATER_THAN is an operator
    private int an;
    // todo.Items must be loaded
    private int ao;
    // todo = new Todo();
    private int ap;
    // TODO.md has the list
    private int aq;
    // TODO-Liste laden
    private int ar;

    /// <remarks>
    /// <code>
    /// // TODO: your code here
    /// </code>
    /// </remarks>
    public int Sum() => a + b + c + d + e + f + g + h + i + j + k + l + m + n + n2 + o + p + q + r + s + t + u + y + z + aa + ab + ac + ad + ag + ah + ai + aj + ak + al + am + an + ao + ap + aq + ar + v.Length + w.Length + x.Length;
}
