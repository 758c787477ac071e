using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using MySqlConnector;
using Grpc.Core;

namespace Misc;

public class ChatHub : Hub
{
    private readonly NpgsqlDataSource _ds;
    public ChatHub(NpgsqlDataSource ds) => _ds = ds;

    public async Task History(string room, int take)
    {
        await using var cmd = _ds.CreateCommand($"SELECT * FROM messages WHERE room = '{room}' LIMIT {take}"); // expect SECR1001
        await using var r = await cmd.ExecuteReaderAsync();
        await Clients.Caller.SendAsync("count", r.FieldCount);
    }

    public async Task HistorySafe(string room, int take)
    {
        await using var cmd = _ds.CreateCommand($"SELECT * FROM messages WHERE room = $1 LIMIT {take}");
        cmd.Parameters.AddWithValue(room);
        await using var r = await cmd.ExecuteReaderAsync();
        await Clients.Group(room).SendAsync("count", r.FieldCount);
    }

    public override async Task OnConnectedAsync()
    {
        var user = Context.UserIdentifier;
        var tenant = Context.GetHttpContext()!.Request.Query["tenant"].ToString();
        await using var conn = await _ds.OpenConnectionAsync();
        await using var cmd = new NpgsqlCommand("SET search_path TO " + tenant, conn); // expect SECR1001
        await cmd.ExecuteNonQueryAsync();
    }
}

public class AuditMiddleware
{
    private readonly RequestDelegate _next;
    private readonly string _cs;
    public AuditMiddleware(RequestDelegate next, IConfiguration c) { _next = next; _cs = c["cs"]; }

    public async Task InvokeAsync(HttpContext context)
    {
        using (var c = new MySqlConnection(_cs))
        {
            await c.OpenAsync();
            var ua = context.Request.Headers.UserAgent.ToString();
            var path = context.Request.Path.Value;
            var cmd = new MySqlCommand("INSERT INTO audit(path, ua) VALUES ('" + path + "', '" + ua + "')", c); // expect SECR1001
            await cmd.ExecuteNonQueryAsync();
            using var cmd2 = new MySqlCommand("INSERT INTO audit(path, ua) VALUES (@p, @u)", c);
            cmd2.Parameters.AddWithValue("@p", path);
            cmd2.Parameters.AddWithValue("@u", ua);
            await cmd2.ExecuteNonQueryAsync();
            using var cmd3 = new MySqlCommand($"INSERT INTO stats(len, ts) VALUES ({context.Request.ContentLength ?? 0}, '{DateTime.UtcNow:O}')", c);
            await cmd3.ExecuteNonQueryAsync();
        }
        await _next(context);
    }
}

public class Cleaner : BackgroundService
{
    private readonly IServiceScopeFactory _f;
    private readonly IConfiguration _config;
    public Cleaner(IServiceScopeFactory f, IConfiguration config) { _f = f; _config = config; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tables = new[] { "log", "audit" };
        while (!stoppingToken.IsCancellationRequested)
        {
            using var s = _f.CreateScope();
            var c = s.ServiceProvider.GetRequiredService<IDbConnection>();
            foreach (var t in tables) c.Execute($"DELETE FROM {t} WHERE ts < '{DateTime.UtcNow.AddDays(-30):yyyy-MM-dd}'");
            c.Execute($"VACUUM {_config["schema"]}");
            var rows = c.Query<string>("SELECT name FROM t");
            foreach (var name in rows) c.Execute("ANALYZE " + name); // expect SECR1004
            await Task.Delay(1000, stoppingToken);
        }
    }
}

public abstract class Repository<T>
{
    protected readonly IDbConnection Db;
    protected abstract string Table { get; }
    protected Repository(IDbConnection db) => Db = db;
    public Task<IEnumerable<T>> All() => Db.QueryAsync<T>($"SELECT * FROM {Table}");
    public Task<T> ById(int id) => Db.QueryFirstAsync<T>($"SELECT * FROM {typeof(T).Name}s WHERE Id = @id", new { id });
    public Task<int> Where(string clause) => Db.ExecuteAsync("SELECT * FROM " + Table + " WHERE " + clause); // expect SECR1002
}

[ApiController, Route("m")]
public class MiscController : ControllerBase
{
    private readonly IDbConnection _db;
    public MiscController(IDbConnection db) => _db = db;

    [HttpGet("q1")]
    public IActionResult QueryStringWhole()
    {
        var qs = Request.QueryString.Value;
        using var cmd = _db.CreateCommand();
        cmd.CommandText = "INSERT INTO visits(q) VALUES('" + Uri.UnescapeDataString(qs) + "')"; // expect SECR1001
        return Ok(cmd.ExecuteNonQuery());
    }

    [HttpPost("form")]
    public async Task<IActionResult> ReadForm()
    {
        var form = await Request.ReadFormAsync();
        if (!form.TryGetValue("email", out var email)) return BadRequest();
        var user = await _db.QuerySingleOrDefaultAsync<int>("select id from users where email = '" + email[0] + "'"); // expect SECR1001
        return Ok(user);
    }

    [HttpPost("upload")]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        await _db.ExecuteAsync($"INSERT INTO files(size) VALUES ({file.Length})");
        await _db.ExecuteAsync($"INSERT INTO files(name) VALUES ('{Path.GetFileName(file.FileName)}')"); // expect SECR1001
        return Ok();
    }

    [HttpPost("json")]
    public async Task<IActionResult> FromJson()
    {
        var dto = await Request.ReadFromJsonAsync<Person>();
        var sql = "UPDATE people SET name = N'" + dto.Name + "' WHERE id = " + dto.Id;
        return Ok(await _db.ExecuteAsync(sql: sql)); // expect SECR1001
    }

    [HttpPost("named")]
    public async Task<IActionResult> Named(Person dto)
    {
        await _db.ExecuteAsync(param: new { dto.Name, dto.Id }, sql: "UPDATE people SET name = @Name WHERE id = @Id");
        await _db.ExecuteAsync(param: null, sql: $"UPDATE people SET name = '{dto?.Name ?? "x"}' WHERE id = {dto?.Id}"); // expect SECR1001
        return NoContent();
    }

    [HttpPost("nested")]
    public IActionResult Nested([FromBody] Team team)
    {
        foreach (var m in team.Members)
        {
            _db.Execute("INSERT INTO people(name) VALUES (@Name)", m);
            _db.Execute($"INSERT INTO people(age) VALUES ({m.Id})");
            _db.Execute("INSERT INTO people(name) VALUES ('" + m.Name + "')"); // expect SECR1001
        }
        var first = team.Members.Where(m => m.Id > 0).OrderBy(m => m.Id).Select(m => m.Name).FirstOrDefault();
        _db.Execute("UPDATE team SET lead = '" + first + "'"); // expect SECR1001
        return Ok();
    }

    [HttpGet("claims")]
    public IActionResult Mine()
    {
        var id = int.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        return Ok(_db.Query<Person>("SELECT * FROM people WHERE owner = " + id));
    }

    [HttpGet("culture")]
    public IActionResult Culture(string lang, string name)
    {
        var suffix = lang switch
        {
            "de" or "fr" => "_" + lang,
            _ => string.Empty,
        };
        return Ok(_db.Query<Person>($"SELECT name{suffix} FROM people WHERE name = @name", new { name }));
    }

    [HttpGet("month")]
    public IActionResult Month(int year, int month)
    {
        var table = $"log_{year:D4}_{month:D2}";
        var table2 = "log_" + year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Ok(_db.Query<Person>($"SELECT * FROM {table} UNION SELECT * FROM {table2}"));
    }

    [HttpGet("cache")]
    public IActionResult NotSql(string name)
    {
        var key = $"SELECT:{name}";
        HttpContext.Items[key] = "DELETE FROM x WHERE name = '" + name + "'";
        Console.WriteLine("SELECT * FROM people WHERE name = '" + name + "'");
        return Ok(key);
    }

    [HttpGet("conn")]
    public IActionResult Where(bool active, string name)
    {
        var conditions = new List<string> { "1 = 1" };
        var args = new DynamicParameters();
        if (active) conditions.Add("active = 1");
        if (name is { Length: > 0 }) { conditions.Add("name = @name"); args.Add("@name", name); }
        var builder = new StringBuilder("SELECT * FROM people WHERE ").AppendJoin(" AND ", conditions);
        return Ok(_db.Query<Person>(builder.ToString(), args));
    }

    [HttpGet("conn2")]
    public IActionResult WhereBad(bool active, string name)
    {
        var conditions = new List<string> { "1 = 1" };
        if (active) conditions.Add("active = 1");
        if (name is { Length: > 0 }) conditions.Add($"name = '{name}'");
        var builder = new StringBuilder("SELECT * FROM people WHERE ").AppendJoin(" AND ", conditions);
        return Ok(_db.Query<Person>(builder.ToString())); // expect SECR1001
    }

    [HttpGet("fp")]
    public IActionResult Loop(string names)
    {
        var ids = names.Split(',').Select(int.Parse).ToList();
        var ids2 = names.Split(',').Where(s => int.TryParse(s, out _)).ToList();
        var a = _db.Query<Person>("SELECT * FROM people WHERE id IN (" + string.Join(",", ids) + ")");
        return Ok(a.Concat(_db.Query<Person>($"SELECT * FROM people WHERE id IN ({string.Join(',', ids2)})")));
    }

    [HttpGet("loop2")]
    public IActionResult Loop2(string names)
    {
        var quoted = "";
        foreach (var n in names.Split(',', ';'))
        {
            if (quoted != "") quoted += ",";
            quoted += "'" + n.Trim() + "'";
        }
        return Ok(_db.Query<Person>("SELECT * FROM people WHERE name IN (" + quoted + ")")); // expect SECR1001
    }

    [HttpGet("using-async")]
    public async Task<IActionResult> Init(string name, string city)
    {
        await using var conn = new NpgsqlConnection("x");
        await using var cmd = new NpgsqlCommand
        {
            Connection = conn,
            CommandText = $"SELECT * FROM people WHERE city = '{city}'", // expect SECR1001
        };
        await using var batch = new NpgsqlBatch(conn)
        {
            BatchCommands =
            {
                new("UPDATE a SET n = $1") { Parameters = { new() { Value = name } } },
                new NpgsqlBatchCommand("UPDATE a SET n = '" + name + "'"), // expect SECR1001
            },
        };
        await batch.ExecuteNonQueryAsync();
        return Ok(await cmd.ExecuteScalarAsync());
    }

    [HttpGet("copy")]
    public async Task<IActionResult> Copy(string table)
    {
        await using var conn = new NpgsqlConnection("x");
        await using var w = await conn.BeginTextImportAsync($"COPY {table} FROM STDIN"); // expect SECR1001
        return Ok();
    }
}

public class Person { public int Id { get; set; } public string Name { get; set; } }
public class Team { public List<Person> Members { get; set; } }
