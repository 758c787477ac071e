using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Blog.Web;

public class Post { public int Id { get; set; } public string Title { get; set; } public string Author { get; set; } public bool Deleted { get; set; } }

public class BlogContext : DbContext
{
    public BlogContext(DbContextOptions<BlogContext> o) : base(o) { }
    public DbSet<Post> Posts => Set<Post>();
}

public class SearchModel : PageModel
{
    private readonly BlogContext _db;
    public SearchModel(BlogContext db) => _db = db;

    [BindProperty(SupportsGet = true)] public string Term { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; }
    [BindProperty] public InputModel Input { get; set; }
    public IList<Post> Posts { get; private set; }

    public class InputModel { public string Title { get; set; } public int Year { get; set; } }

    public async Task OnGetAsync()
    {
        Posts = await _db.Posts.FromSqlRaw($"SELECT * FROM Posts WHERE Title LIKE '%{Term}%'").ToListAsync(); // expect SECR1001
    }

    public async Task OnGetSafeAsync()
    {
        Posts = await _db.Posts.FromSqlInterpolated($"SELECT * FROM Posts WHERE Title LIKE {"%" + Term + "%"}").ToListAsync();
        Posts = await _db.Posts.FromSql($"SELECT * FROM Posts WHERE Title = {Term} LIMIT {PageNo}").ToListAsync();
        Posts = await _db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE Title = {0}", Term).ToListAsync();
        Posts = await _db.Posts.FromSqlRaw("SELECT * FROM Posts LIMIT 10 OFFSET " + PageNo * 10).ToListAsync();
        Posts = await _db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE Title = @t", new SqliteParameter("@t", Term)).ToListAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await _db.Database.ExecuteSqlRawAsync("INSERT INTO Posts (Title) VALUES ('" + Input.Title + "')"); // expect SECR1001
        await _db.Database.ExecuteSqlInterpolatedAsync($"INSERT INTO Posts (Title) VALUES ({Input.Title})");
        await _db.Database.ExecuteSqlAsync($"INSERT INTO Posts (Title, Y) VALUES ({Input.Title}, {Input.Year})");
        await _db.Database.ExecuteSqlRawAsync("INSERT INTO Posts (Title, Y) VALUES ({0}, {1})", Input.Title, Input.Year);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRenameAsync(int id, string title)
    {
        var sql = $"UPDATE Posts SET Title = {title} WHERE Id = {id}";
        await _db.Database.ExecuteSqlRawAsync(sql); // expect SECR1001
        FormattableString f = $"UPDATE Posts SET Title = {title} WHERE Id = {id}";
        await _db.Database.ExecuteSqlInterpolatedAsync(f);
        return Page();
    }
}

public static class Endpoints
{
    private static readonly string[] Columns = ["Id", "Title", "Author"];

    public static IEndpointRouteBuilder MapPosts(this IEndpointRouteBuilder app)
    {
        var g = app.MapGroup("/posts");

        g.MapGet("/find", async (string q, BlogContext db) =>
            await db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE Title = '" + q + "'").ToListAsync()); // expect SECR1001

        g.MapGet("/find2", async (string q, BlogContext db) =>
            await db.Posts.FromSql($"SELECT * FROM Posts WHERE Title = {q}").ToListAsync());

        g.MapGet("/{id:int}", (int id, BlogContext db) => db.Posts.FromSqlRaw($"SELECT * FROM Posts WHERE Id = {id}").First());

        g.MapGet("/raw", async (HttpContext ctx, BlogContext db) =>
        {
            var author = ctx.Request.Query["author"];
            var n = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM Posts WHERE Author = '{author}'").FirstAsync(); // expect SECR1001
            await ctx.Response.WriteAsync(n.ToString());
        });

        g.MapGet("/raw-route", async ctx =>
        {
            var slug = (string)ctx.Request.RouteValues["slug"]!;
            await using var conn = new SqliteConnection("Data Source=blog.db");
            await conn.OpenAsync();
            await using var cmd = conn.CreateCommand();
            cmd.CommandText = "SELECT Id FROM Posts WHERE Slug = $slug";
            cmd.Parameters.AddWithValue("$slug", slug);
            var id = await cmd.ExecuteScalarAsync();
            cmd.CommandText = $"UPDATE Posts SET Views = Views + 1 WHERE Slug = '{slug}'"; // expect SECR1001
            await cmd.ExecuteNonQueryAsync();
            await ctx.Response.WriteAsJsonAsync(id);
        });

        g.MapPost("/order", (SortRequest r, BlogContext db) =>
        {
            if (!Columns.Contains(r.Column)) return Results.BadRequest();
            var dir = r.Descending ? "DESC" : "ASC";
            var items = db.Posts.FromSqlRaw($"SELECT * FROM Posts ORDER BY {r.Column} {dir}").ToList();
            return Results.Ok(items);
        });

        g.MapPost("/order2", (SortRequest r, BlogContext db) =>
        {
            var dir = r.Descending ? "DESC" : "ASC";
            var items = db.Posts.FromSqlRaw($"SELECT * FROM Posts ORDER BY {r.Column} {dir}").ToList(); // expect SECR1001
            return Results.Ok(items);
        });

        g.MapPost("/order3", (SortRequest r, BlogContext db) =>
        {
            var column = Columns.FirstOrDefault(c => c.Equals(r.Column, StringComparison.OrdinalIgnoreCase)) ?? "Id";
            return db.Posts.FromSqlRaw("SELECT * FROM Posts ORDER BY " + column).ToList();
        });

        g.MapGet("/as", Handle);
        g.MapDelete("/purge", ([AsParameters] PurgeQuery q) =>
        {
            using var conn = new SqliteConnection("Data Source=blog.db");
            return conn.Execute("DELETE FROM Posts WHERE Author = '" + q.Author + "' AND Y < " + q.Before); // expect SECR1001
        });
        g.MapDelete("/purge2", ([AsParameters] PurgeQuery q) =>
        {
            using var conn = new SqliteConnection("Data Source=blog.db");
            return conn.Execute("DELETE FROM Posts WHERE Author = @Author AND Y < " + q.Before, q);
        });

        return app;

        static IResult Handle(string author, int? page, BlogContext db, ILogger<BlogContext> log)
        {
            var sql = $"""
                SELECT * FROM Posts
                WHERE Author = '{author}'
                LIMIT 20 OFFSET {page ?? 0}
                """;
            log.LogDebug("running {Sql}", sql);
            return Results.Ok(db.Posts.FromSqlRaw(sql).ToList()); // expect SECR1001
        }
    }
}

public record SortRequest(string Column, bool Descending);
public readonly record struct PurgeQuery(string Author, int Before);

[Route("posts/[action]")]
public class PostsController : Controller
{
    private readonly BlogContext _db;
    private readonly ILogger<PostsController> _logger;
    public PostsController(BlogContext db, ILogger<PostsController> logger) => (_db, _logger) = (db, logger);

    public IActionResult Ado(string author)
    {
        var conn = _db.Database.GetDbConnection();
        using var cmd = conn.CreateCommand();
        cmd.CommandText = "SELECT COUNT(*) FROM Posts WHERE Author = @a";
        var p = cmd.CreateParameter();
        p.ParameterName = "@a";
        p.Value = author;
        cmd.Parameters.Add(p);
        return Json(cmd.ExecuteScalar());
    }

    public IActionResult Ado2(string author)
    {
        var conn = _db.Database.GetDbConnection();
        using (var cmd = conn.CreateCommand())
        {
            cmd.CommandText = "SELECT COUNT(*) FROM Posts";
            if (author != null)
                cmd.CommandText += " WHERE Author = '" + author + "'"; // expect SECR1001
            return Json(cmd.ExecuteScalar());
        }
    }

    public async Task<IActionResult> FullText(string q)
    {
        var terms = q.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var where = string.Join(" AND ", terms.Select((t, i) => $"Title LIKE '%' || {{{i}}} || '%'"));
        var posts = await _db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE " + where, terms.Cast<object>().ToArray()).ToListAsync();
        return View(posts);
    }

    public async Task<IActionResult> FullTextBad(string q)
    {
        var sb = new StringBuilder("SELECT * FROM Posts WHERE 1=1");
        foreach (var t in q.Split(' '))
        {
            sb.Append(" AND Title LIKE '%").Append(t).Append("%'");
        }
        var posts = await _db.Posts.FromSqlRaw(sb.ToString()).ToListAsync(); // expect SECR1001
        return View(posts);
    }

    public async Task<IActionResult> Json([FromBody] System.Text.Json.JsonElement body)
    {
        var author = body.GetProperty("author").GetString();
        var year = body.GetProperty("year").GetInt32();
        await _db.Database.ExecuteSqlRawAsync($"DELETE FROM Drafts WHERE Y = {year}");
        await _db.Database.ExecuteSqlRawAsync($"DELETE FROM Drafts WHERE Author = '{author}'"); // expect SECR1001
        return NoContent();
    }

    public async Task<IActionResult> RawBody()
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        var post = System.Text.Json.JsonSerializer.Deserialize<Post>(body);
        var list = _db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE Author = '" + post.Author + "' AND Id <> " + post.Id).ToList(); // expect SECR1001
        return Ok(list);
    }

    public IActionResult Length(string q)
    {
        var n = q.Length;
        var h = q.GetHashCode();
        var empty = string.IsNullOrEmpty(q);
        var list = _db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE L = " + n + " AND H = " + h + (empty ? "" : " AND Visible = 1")).ToList();
        return Ok(list);
    }

    public IActionResult Overwritten(string sort)
    {
        if (sort != "Id" && sort != "Title")
        {
            _logger.LogWarning("bad sort {Sort}", sort);
            sort = "Id";
        }
        return Ok(_db.Posts.FromSqlRaw("SELECT * FROM Posts ORDER BY " + sort).ToList());
    }

    public IActionResult Hash(string token)
    {
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        return Ok(_db.Posts.FromSqlRaw($"SELECT * FROM Posts WHERE TokenHash = '{hash}'").ToList());
    }

    public IActionResult Ternary(string lang)
    {
        var table = lang == "de" ? "PostsDe" : lang == "en" ? "PostsEn" : "Posts";
        return Ok(_db.Posts.FromSqlRaw($"SELECT * FROM {table}").ToList());
    }

    public IActionResult Format(string lang)
    {
        var sql = string.Format("SELECT * FROM Posts WHERE Lang = '{0}' AND Deleted = {1}", lang, 0);
        return Ok(_db.Posts.FromSqlRaw(sql).ToList()); // expect SECR1001
    }

    public IActionResult Entity()
    {
        var t = _db.Model.FindEntityType(typeof(Post))!.GetTableName();
        _db.Database.ExecuteSqlRaw($"TRUNCATE TABLE {t}");
        _db.Database.ExecuteSqlRaw("DELETE FROM " + nameof(BlogContext.Posts) + " WHERE 1 = 0");
        _db.Database.ExecuteSqlRaw($"ANALYZE {typeof(Post).Name}");
        return Ok();
    }

    public IActionResult Switch(string kind)
    {
        string sql;
        switch (kind)
        {
            case "a": sql = "SELECT * FROM A"; break;
            case "b": sql = "SELECT * FROM " + kind; break;
            default: sql = "SELECT * FROM Posts WHERE Kind = '" + kind + "'"; break;
        }
        return Ok(_db.Posts.FromSqlRaw(sql).ToList()); // expect SECR1001
    }

    public IActionResult RegexClean(string name)
    {
        var clean = System.Text.RegularExpressions.Regex.Replace(name, "[^a-zA-Z0-9]", "");
        return Ok(_db.Posts.FromSqlRaw("SELECT * FROM t_" + clean).ToList());
    }

    public IActionResult Tuple(string a, int b)
    {
        var (x, y) = (a, b);
        var list = _db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE Id = " + y).ToList();
        var list2 = _db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE Author = '" + x + "'").ToList(); // expect SECR1001
        return Ok(new { list, list2 });
    }

    [HttpPost]
    public IActionResult Quoted(string col)
    {
        var quoted = new SqlCommandBuilder().QuoteIdentifier(col);
        return Ok(_db.Posts.FromSqlRaw("SELECT " + quoted + " FROM Posts").ToList());
    }

    [HttpGet("{id:guid}")]
    public IActionResult Routed(string id, [System.ComponentModel.DataAnnotations.RegularExpression("^[a-z]+$")] string code)
        => Ok(_db.Posts.FromSqlRaw($"SELECT * FROM Posts WHERE Uid = '{id}'").ToList()); // expect SECR1001

    [NonAction]
    public List<Post> Load(string where) => _db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE " + where).ToList(); // expect SECR1002

    private List<Post> LoadPrivate(string where) => _db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE " + where).ToList();
}
