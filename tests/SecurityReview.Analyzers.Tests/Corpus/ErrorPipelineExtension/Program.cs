using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Library.Startup>()).Build().Run();

namespace Library
{
    public class Startup
    {
        private readonly IWebHostEnvironment _env;
        public Startup(IWebHostEnvironment env) => _env = env;

        public void ConfigureServices(IServiceCollection services)
        {
            services.AddControllers();
            services.AddDbContext<Books>(options => options.UseSqlite("Data Source=books.db").EnableSensitiveDataLogging(_env.IsDevelopment()));
        }

        public void Configure(IApplicationBuilder app)
        {
            ConfigureErrors(app);
            app.UseRouting();
            app.UseEndpoints(endpoints => endpoints.MapControllers());
        }

        private void ConfigureErrors(IApplicationBuilder app)
        {
            if (!_env.IsDevelopment())
            {
                app.UseExceptionHandler("/error");
                return;
            }

            app.UseDeveloperExceptionPage();
        }
    }

    public class Books : DbContext
    {
        public Books(DbContextOptions<Books> options) : base(options) { }
    }
}
